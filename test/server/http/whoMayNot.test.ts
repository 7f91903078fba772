import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { cookieIn, send } from "../../support/client.ts";

const question = { elements: [{ type: "comment", name: "words" }] };
const title = { "zh-CN": "水", en: "Water" };

const scheme = {
  name: "s",
  margins: [{ name: "m", target: { shares: { a: 1 } }, variables: [{ variable: "words" }] }],
};

const event = { day: "2026-03-01", kind: "rumour", title: { "zh-CN": "谣言", en: "Rumour" } };
const indicator = { title, of: { kind: "ticked", variable: "words" }, worse: "higher" };
const draft = { text: "{}", basedOn: 0, revision: "" };
const figure = { title, look: { kind: "bars", request: { question: "words" } } };
const outline = { approval: "GS(2026)1号", outline: { paths: { "330602": "M0 0H9V9Z" } } };
const frame = { basedOn: 0, themes: [], words: [], ignored: [] };

/** Every address of a study that is a researcher's, with a body where it takes one. */
const researchersAddresses: readonly { method: string; path: (study: string) => string; value?: unknown }[] = [
  { method: "GET", path: (study) => `/api/studies/${study}` },
  { method: "PATCH", path: (study) => `/api/studies/${study}`, value: { state: "closed" } },
  { method: "POST", path: (study) => `/api/studies/${study}/versions`, value: question },
  { method: "GET", path: (study) => `/api/studies/${study}/versions/1` },
  { method: "GET", path: (study) => `/api/studies/${study}/codebook` },
  { method: "POST", path: (study) => `/api/studies/${study}/copies`, value: { study: "copied", title } },
  { method: "GET", path: (study) => `/api/studies/${study}/draft` },
  { method: "PUT", path: (study) => `/api/studies/${study}/draft`, value: draft },
  { method: "DELETE", path: (study) => `/api/studies/${study}/draft?revision=a` },
  { method: "POST", path: (study) => `/api/studies/${study}/draft/fielding`, value: { revision: "a" } },
  { method: "GET", path: (study) => `/api/studies/${study}/collectors` },
  { method: "PUT", path: (study) => `/api/studies/${study}/collectors/paper`, value: { title: "paper" } },
  { method: "DELETE", path: (study) => `/api/studies/${study}/collectors/paper` },
  { method: "GET", path: (study) => `/api/studies/${study}/texts?question=words` },
  { method: "GET", path: (study) => `/api/studies/${study}/texts/terms?question=words` },
  { method: "GET", path: (study) => `/api/studies/${study}/texts/concordance?question=words&keyword=a` },
  { method: "GET", path: (study) => `/api/studies/${study}/texts/frame` },
  { method: "PUT", path: (study) => `/api/studies/${study}/texts/frame`, value: frame },
  { method: "GET", path: (study) => `/api/studies/${study}/texts/samples?question=words` },
  { method: "POST", path: (study) => `/api/studies/${study}/texts/samples`, value: { question: "words", size: 1 } },
  { method: "PUT", path: (study) => `/api/studies/${study}/texts/codings/a`, value: { question: "words", themes: [] } },
  { method: "GET", path: (study) => `/api/studies/${study}/texts/agreement?question=words` },
  { method: "GET", path: (study) => `/api/studies/${study}/estimates` },
  { method: "GET", path: (study) => `/api/studies/${study}/days` },
  { method: "GET", path: (study) => `/api/studies/${study}/overview` },
  { method: "GET", path: (study) => `/api/studies/${study}/live` },
  { method: "GET", path: (study) => `/api/studies/${study}/warnings` },
  { method: "GET", path: (study) => `/api/studies/${study}/indicators` },
  { method: "PUT", path: (study) => `/api/studies/${study}/indicators/words`, value: indicator },
  { method: "DELETE", path: (study) => `/api/studies/${study}/indicators/words` },
  { method: "GET", path: (study) => `/api/studies/${study}/weighting` },
  { method: "PUT", path: (study) => `/api/studies/${study}/weighting/national`, value: scheme },
  { method: "GET", path: (study) => `/api/studies/${study}/weighting/national` },
  { method: "POST", path: (study) => `/api/studies/${study}/weighting/national/runs`, value: {} },
  { method: "GET", path: (study) => `/api/studies/${study}/weighting/national/versions/1` },
  { method: "GET", path: (study) => `/api/studies/${study}/events` },
  { method: "POST", path: (study) => `/api/studies/${study}/events`, value: event },
  { method: "DELETE", path: (study) => `/api/studies/${study}/events/AAAAAAAAAAAAAAAA` },
  { method: "GET", path: (study) => `/api/studies/${study}/outline` },
  { method: "PUT", path: (study) => `/api/studies/${study}/outline`, value: outline },
  { method: "POST", path: (study) => `/api/studies/${study}/outline/preview`, value: outline },
  { method: "DELETE", path: (study) => `/api/studies/${study}/outline` },
  { method: "GET", path: (study) => `/api/studies/${study}/figures` },
  { method: "POST", path: (study) => `/api/studies/${study}/figures`, value: figure },
  { method: "GET", path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA` },
  {
    method: "PUT",
    path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA`,
    value: { ...figure, version: 1 },
  },
  { method: "GET", path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/file/figure.svg` },
  {
    method: "PUT",
    path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/visibility`,
    value: { visibility: "public" },
  },
  { method: "POST", path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/frozen` },
  {
    method: "PUT",
    path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/frozen/1/withdrawal`,
    value: { reason: title },
  },
  { method: "POST", path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/links`, value: { days: 1 } },
  { method: "DELETE", path: (study) => `/api/studies/${study}/figures/AAAAAAAAAAAAAAAA/links/A` },
  { method: "PUT", path: (study) => `/api/studies/${study}/publication`, value: {} },
  { method: "POST", path: (study) => `/api/studies/${study}/exports`, value: {} },
  { method: "GET", path: (study) => `/api/studies/${study}/exports` },
  { method: "GET", path: (study) => `/api/studies/${study}/exports/AAAAAAAAAAAAAAAA` },
  { method: "GET", path: (study) => `/api/studies/${study}/exports/AAAAAAAAAAAAAAAA/file` },
];

let application: TestApplication;
let owner = "";
let stranger = "";

beforeAll(async () => {
  application = await startApplication();
  const { address, services } = application;
  owner = (await application.signIn()).cookie;
  const other = { name: "other", password: "another long password" };
  await services.accounts.add(other);
  stranger = cookieIn(await send(address, "/api/session", { method: "POST", value: other }));
  await send(address, "/api/studies", { method: "POST", cookie: owner, value: { study: "water", title } });
  await send(address, "/api/studies/water/versions", { method: "POST", cookie: owner, value: question });
  await send(address, "/api/studies/water", { method: "PATCH", cookie: owner, value: { state: "open" } });
});
afterAll(() => application.close());

describe.each(researchersAddresses)("$method $path", ({ method, path, value }) => {
  test("is closed to whoever is not signed in", async () => {
    const answer = await send(application.address, path("water"), { method, value });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain("water");
    const forged = await send(application.address, path("water"), {
      method,
      value,
      cookie: `dingxin_session=${"A".repeat(43)}`,
    });
    expect(forged.status).toBe(401);
  });

  test("answers another researcher as if the study were not there", async () => {
    const foreign = await send(application.address, path("water"), { method, value, cookie: stranger });
    const missing = await send(application.address, path("no-such-study"), { method, value, cookie: stranger });
    expect(foreign.status).toBe(404);
    expect(foreign).toMatchObject({ status: missing.status, text: missing.text });
  });
});

describe("GET /api/studies", () => {
  test("lists nothing to nobody, and to each researcher their own", async () => {
    expect((await send(application.address, "/api/studies")).status).toBe(401);
    const names = async (cookie: string): Promise<string[]> => {
      const { text } = await send(application.address, "/api/studies", { cookie });
      return (JSON.parse(text) as { studies: { study: string }[] }).studies.map(({ study }) => study);
    };
    expect(await names(stranger)).toEqual([]);
    expect(await names(owner)).toEqual(["water"]);
  });
});

describe("the owner", () => {
  test("has every address of the study that the others have not", async () => {
    const statuses = new Map<string, number>();
    // A stream has no end to wait for, so of it only the head is asked for.
    const read = researchersAddresses
      .filter(({ method }) => method === "GET")
      .map((address) => ({ ...address, method: address.path("").endsWith("/live") ? "HEAD" : "GET" }));
    for (const { method, path, value } of read) {
      const { status } = await send(application.address, path("water"), { method, value, cookie: owner });
      statuses.set(path("water").replace("/api/studies/water", ""), status);
    }
    // The export of that id, the scheme of that name and an outline were never made.
    const isMissing = (path: string): boolean => /AAAA|national|outline/.test(path);
    expect([...statuses].filter(([path, status]) => status !== (isMissing(path) ? 404 : 200))).toEqual([]);
  });
});

describe("a write", () => {
  const sent = { study: "forged", title };

  test("from another site's page is refused, whatever tells of it (T-18)", async () => {
    for (const headers of [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ]) {
      const { status } = await send(application.address, "/api/studies", {
        method: "POST",
        cookie: owner,
        value: sent,
        headers,
      });
      expect({ headers, status }).toEqual({ headers, status: 403 });
    }
  });

  test("in a form's content type is refused (T-18)", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const { status } = await send(application.address, "/api/studies", {
        method: "POST",
        cookie: owner,
        value: JSON.stringify(sent),
        headers: { "Content-Type": type },
      });
      expect({ type, status }).toEqual({ type, status: 415 });
    }
    expect((await send(application.address, "/api/studies/forged", { cookie: owner })).status).toBe(404);
  });
});

describe("an operator or a prototype's name", () => {
  test("is no name and no password (T-02)", async () => {
    for (const value of [
      { name: { $ne: null }, password: { $ne: null } },
      { name: { $gt: "" }, password: "a long enough password" },
      { name: ["研究员 Li"], password: "a long enough password" },
    ]) {
      const { status } = await send(application.address, "/api/session", { method: "POST", value });
      expect({ value, status }).toEqual({ value, status: 400 });
    }
  });

  test("is no study's name and no member of a body (T-03)", async () => {
    for (const name of ["__proto__", "constructor", "toString", "$where"]) {
      const { status } = await send(application.address, `/api/studies/${name}`, { cookie: owner });
      expect({ name, status }).toEqual({ name, status: 404 });
    }
    const body = `{"study":"fire","title":{"zh-CN":"火","en":"Fire"},"__proto__":{"owner":null}}`;
    const answer = await send(application.address, "/api/studies", { method: "POST", cookie: owner, value: body });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("__proto__");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
