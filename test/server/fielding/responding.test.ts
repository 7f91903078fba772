import { request } from "node:http";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Response } from "../../../server/fielding/response.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send, type Received } from "../../support/client.ts";
import { temporaryPlace } from "../../support/temporaryPlace.ts";

const question = { elements: [{ type: "radiogroup", name: "colour", choices: ["red", "blue"], isRequired: true }] };
const title = { "zh-CN": "颜色", en: "Colour" };

let application: TestApplication;
let cookie = "";
let now = new Date("2020-02-10T12:00:00Z");

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  cookie = (await application.signIn()).cookie;
});
afterAll(() => application.close());

let made = 0;

/** Makes a study with a questionnaire, changed as asked, and gives its name. */
async function study(settings: object, change: object = { state: "open" }): Promise<string> {
  const name = `study-${++made}`;
  const { address } = application;
  const value = { study: name, title, ...settings };
  expect((await send(address, "/api/studies", { method: "POST", cookie, value })).status).toBe(201);
  const versions = `/api/studies/${name}/versions`;
  expect((await send(address, versions, { method: "POST", cookie, value: question })).status).toBe(201);
  expect((await send(address, `/api/studies/${name}`, { method: "PATCH", cookie, value: change })).status).toBe(200);
  return name;
}

function submit(name: string, { key = crypto.randomUUID(), colour = "red", headers = {} } = {}): Promise<Received> {
  const value = { submissionKey: key, answers: { colour } };
  return send(application.address, `/api/studies/${name}/responses`, { method: "POST", value, headers });
}

async function kept(name: string): Promise<Response[]> {
  const all: Response[] = [];
  for await (const batch of application.services.responses.scan(name)) all.push(...batch);
  return all;
}

describe("a study that takes no answers", () => {
  const period = { firstDay: "2020-02-10", lastDay: "2020-02-20" };
  const cases = [
    { why: "study-draft", settings: {}, change: {}, at: "2020-02-10T12:00:00Z", says: "has not started" },
    { why: "study-closed", settings: {}, change: { state: "closed" }, at: "2020-02-10T12:00:00Z", says: "is closed" },
    {
      why: "study-not-yet-open",
      settings: period,
      change: { state: "open" },
      at: "2020-02-09T12:00:00Z",
      says: "has not started",
    },
    { why: "study-over", settings: period, change: { state: "open" }, at: "2020-02-21T12:00:00Z", says: "has ended" },
  ];

  test.each(cases)(
    "refuses them, keeps nothing and says politely why: $why",
    async ({ why, settings, change, at, says }) => {
      const name = await study(settings, change);
      now = new Date(at);
      const english = await submit(name, { headers: { "Accept-Language": "en" } });
      expect(english.status).toBe(409);
      expect(english.headers.get("Content-Type")).toContain("application/problem+json");
      expect(english.text).toContain(`urn:dingxin:problem:${why}`);
      expect(english.text).toContain('"field":"study"');
      expect(english.text).toMatch(/survey/i);
      expect((await submit(name)).text).toMatch(/调查/);
      expect(await kept(name)).toEqual([]);
      const page = await send(application.address, `/s/${name}?lang=en`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(says);
      expect(page.text).not.toContain('name="colour"');
    },
  );

  test("that is not there has a page that says so", async () => {
    expect((await submit("nowhere")).status).toBe(404);
    expect((await send(application.address, "/s/nowhere?lang=en")).status).toBe(404);
  });
});

describe("the day of a response", () => {
  test("changes at the study's own midnight", async () => {
    const inShanghai = await study({ timeZone: "Asia/Shanghai" });
    const inNewYork = await study({ timeZone: "America/New_York" });
    for (const at of ["2020-02-10T15:59:00Z", "2020-02-10T16:01:00Z"]) {
      now = new Date(at);
      expect((await submit(inShanghai)).status).toBe(201);
      expect((await submit(inNewYork)).status).toBe(201);
    }
    expect((await kept(inShanghai)).map(({ day }) => day).sort()).toEqual(["2020-02-10", "2020-02-11"]);
    expect((await kept(inNewYork)).map(({ day }) => day)).toEqual(["2020-02-10", "2020-02-10"]);
  });

  test("opens and closes the study at 23:59 and 00:01 of its time zone", async () => {
    const name = await study({ timeZone: "Asia/Shanghai", firstDay: "2020-02-10", lastDay: "2020-02-10" });
    const statuses: number[] = [];
    for (const at of ["2020-02-09T15:59:00Z", "2020-02-09T16:01:00Z", "2020-02-10T15:59:00Z", "2020-02-10T16:01:00Z"]) {
      now = new Date(at);
      statuses.push((await submit(name)).status);
    }
    expect(statuses).toEqual([409, 201, 201, 409]);
  });
});

describe("a submission that is sent again", () => {
  test("gets the same receipt and is kept once, also after the study closed; other content is refused", async () => {
    const name = await study({});
    const key = crypto.randomUUID();
    const first = await submit(name, { key });
    const again = await submit(name, { key });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toBe(first.text);
    const other = await submit(name, { key, colour: "blue" });
    expect(other.status).toBe(409);
    expect(other.text).toContain('"field":"submissionKey"');
    await send(application.address, `/api/studies/${name}`, { method: "PATCH", cookie, value: { state: "closed" } });
    expect(await submit(name, { key })).toMatchObject({ status: 200, text: first.text });
    expect(await kept(name)).toHaveLength(1);
  });
});

describe("who answered (T-27)", () => {
  test("stands in no file of the store and in no line of the log", async () => {
    const place = await temporaryPlace();
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const marked = await startApplication({ environment: place.environment, log });
    const session = (await marked.signIn()).cookie;
    await send(marked.address, "/api/studies", { method: "POST", cookie: session, value: { study: "marked", title } });
    await send(marked.address, "/api/studies/marked/versions", { method: "POST", cookie: session, value: question });
    const value = { state: "open" };
    await send(marked.address, "/api/studies/marked", { method: "PATCH", cookie: session, value });
    for (const colour of ["red", "no colour at all"]) {
      await sendFrom("127.0.0.9", `${marked.address}/api/studies/marked/responses`, {
        submissionKey: crypto.randomUUID(),
        answers: { colour },
      });
    }
    await send(marked.address, "/s/marked?c=MARKER-QUERY", { headers: markers });
    const count = await marked.services.responses.count("marked");
    await marked.close();

    const written = await place.written();
    await place.remove();
    expect(count).toBe(1);
    expect(written).toContain("marked");
    for (const marker of ["MARKER", "198.51.100.77", "127.0.0.9", "no colour at all"]) {
      expect({ marker, isKept: written.includes(marker), isLogged: lines.join("").includes(marker) }).toEqual({
        marker,
        isKept: false,
        isLogged: false,
      });
    }
    const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    // Set up, make, field, open, two submissions and a page: a line each.
    expect(answered).toHaveLength(7);
    for (const line of answered) {
      expect(Object.keys(line).sort()).toEqual(["level", "method", "milliseconds", "msg", "route", "status", "time"]);
    }
  });
});

const markers = {
  "User-Agent": "MARKER-AGENT",
  Referer: "https://MARKER-REFERER.example/",
  "X-Forwarded-For": "198.51.100.77",
  Forwarded: "for=198.51.100.77",
};

/** Sends a body from another address of this machine, with every header that could say who sends it. */
function sendFrom(localAddress: string, address: string, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(address, {
      method: "POST",
      localAddress,
      headers: { "Content-Type": "application/json", ...markers },
    });
    sending.on("response", (answer) => {
      answer.resume();
      answer.on("end", resolve);
    });
    sending.on("error", reject);
    sending.end(JSON.stringify(value));
  });
}
