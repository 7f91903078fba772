import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsInText } from "../../../server/claims/claimsInText.ts";
import type { ClaimList } from "../../../server/claims/claimsApi.ts";
import { contentHash } from "../../../server/fielding/answers/contentHash.ts";
import { Problem } from "../../../server/problem.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { addWorried, claimMaker, claimOf } from "../../support/claims.ts";
import { figureMaker, figureStudy } from "../../support/figures.ts";

let application: TestApplication;
let claims: ReturnType<typeof claimMaker>;
let publish: (questions: readonly string[]) => Promise<unknown>;
let now = new Date("2026-03-04T02:00:00Z");

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  const { cookie } = await application.signIn();
  await figureStudy(application.services);
  claims = claimMaker(application.address, cookie);
  const figures = figureMaker(application.address, cookie);
  publish = (questions) => figures.publish({ questions });
  await publish(["worried", "town", "open"]);
}, 60_000);
afterAll(() => application.close());

const publicClaim = async (content: object = claimOf()): Promise<string> => {
  const { claim } = await claims.make(content);
  expect((await claims.show(claim, "public")).status).toBe(200);
  return claim;
};

describe("POST /api/studies/:study/claims", () => {
  test("keeps the one number that is picked, and says it as a sentence has it", async () => {
    const made = await claims.make();
    expect(made).toMatchObject({ visibility: "private", frozenAt: null, withdrawn: null, now: null, heldBack: [] });
    const { editions, estimate } = made.says?.state ?? {};
    // 50 of 200 in the north, 100 of 200 in the south and 10 of 40 in the hamlet.
    expect(estimate).toMatchObject({ kind: "estimate", n: 440, value: 0.364 });
    expect(editions?.en).toMatchObject({
      about: "Are you worried? · Yes",
      wording: "Are you worried?",
      value: "36.4%",
    });
    expect(editions?.en.words).toMatch(/^36\.4% \(95% interval 31\.\d to 4\d\.\d, n = 440, as of 2026-03-04\)$/);
    expect(editions?.["zh-CN"].words).toMatch(/^36\.4%（95% 区间 31\.\d 至 4\d\.\d，n = 440，截至 2026-03-04）$/);
  });
});

describe("a claim", () => {
  test("is the same one while it asks the same and is live", async () => {
    const one = await claims.make();
    expect((await claims.make()).claim).toBe(one.claim);
    await claims.freeze(one.claim);
    expect((await claims.make()).claim).not.toBe(one.claim);
  });

  test("picks a group, a row of a matrix, counted codes, a net, and a difference of two groups or periods", async () => {
    const of = async (content: object): Promise<string> => {
      const { says } = await claims.make(content);
      const { about, value } = says?.state.editions.en ?? { about: "", value: "" };
      return `${about} = ${value}`;
    };
    expect(await of(claimOf({ request: { question: "worried", by: ["town"] }, group: ["south"] }))).toBe(
      "Are you worried? · Yes · South = 50.0%",
    );
    expect(await of(claimOf({ request: { question: "open" }, item: { variable: "open.local", code: "very" } }))).toBe(
      "How open are they? – local · very = 25.0%",
    );
    const share = { question: "open.local", statistic: "share", codes: ["very", "fairly"] };
    expect(await of({ kind: "estimate", request: share })).toBe("How open are they? – local · very / fairly = 50.0%");
    const net = { question: "open.local", statistic: "net", codes: ["very"], against: ["hardly", "not"] };
    expect(await of({ kind: "estimate", request: net })).toBe("How open are they? – local · net (very) = −25.0 points");
    const day = claimOf({ request: { question: "worried", from: "2026-03-02", to: "2026-03-02" } });
    expect(await of(day)).toMatch(/^Are you worried\? · Yes · 2 March 2026 = /);
    const period = claimOf({ request: { question: "worried", from: "2026-02-24", to: "2026-03-02" } });
    expect(await of(period)).toMatch(/^Are you worried\? · Yes · 24 February 2026 – 2 March 2026 = /);
    const towns = { first: code("south"), second: code("north") };
    const item = { variable: "worried", code: "yes" };
    expect(await of({ kind: "difference", request: towns, item })).toBe(
      "Are you worried? · Yes · (Where do you live? South) less (Where do you live? North) = +25.0 points",
    );
  });

  test("says in words why there is no number: of too few, even by way of a difference", async () => {
    const hamlet = claimOf({ request: { question: "worried", by: ["town"] }, group: ["hamlet"] });
    const { says } = await claims.make(hamlet);
    expect(says?.state.estimate).toEqual({ kind: "not-estimable", reason: "withheld", n: 0 });
    expect(says?.state.editions.en.words).toBe("no number (too few to publish, as of 2026-03-04)");
    expect(says?.state.editions["zh-CN"].words).toBe("没有数字（人数不足，不公布，截至 2026-03-04）");
    const towns = { first: code("hamlet"), second: code("north") };
    const small = await claims.make({ kind: "difference", request: towns, item: { variable: "worried", code: "yes" } });
    expect(small.says?.state.estimate).toMatchObject({ kind: "not-estimable", reason: "withheld" });
  });

  test("is refused where it picks no number, several, or a series, naming the part", async () => {
    for (const [field, content] of [
      ["item", claimOf({ item: {} })],
      ["item", claimOf({ item: { code: "maybe" } })],
      ["group", claimOf({ group: ["south"] })],
      ["request.every", claimOf({ request: { question: "worried", every: "day" } })],
      ["question", claimOf({ request: { question: "age" } })],
      ["kind", claimOf({ kind: "guess" })],
      ["title", claimOf({ title: "mine" })],
    ] as const) {
      const { status, text } = await claims.at("", { method: "POST", value: content });
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
  });

  test("cannot be public while the study holds one of its questions back", async () => {
    const { claim } = await claims.make(claimOf({ request: { question: "worried", by: ["town"] }, group: ["north"] }));
    await publish(["worried"]);
    const refused = await claims.show(claim, "public");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('"field":"town"');
    await publish(["worried", "town", "open"]);
    expect((await claims.show(claim, "public")).status).toBe(200);
  });

  test("stays as it was frozen, by its hash, and is held against what the answers say by now", async () => {
    const { claim } = await claims.make(claimOf({ item: { code: "no" } }));
    const frozen = await claims.freeze(claim);
    expect(frozen.now).toMatchObject({ standing: { kind: "holds" } });
    expect(contentHash(frozen.says?.state)).toBe(frozen.says?.sha256);
    expect((await claims.at(`/${claim}/frozen`, { method: "POST" })).status).toBe(409);
    now = new Date("2026-03-05T02:00:00Z");
    await addWorried(application.services, 160);
    const { claims: all } = JSON.parse((await claims.at("")).text) as ClaimList;
    const after = all.find((each) => each.claim === claim);
    expect(after?.says).toEqual(frozen.says);
    expect(after?.now?.standing.kind).toBe("drifted");
    expect(after?.now?.state.editions.en.words).toContain("as of 2026-03-05");
  });
});

describe("claimsInText", () => {
  const inText = (text: string, form: "markdown" | "plain", language: "zh-CN" | "en" = "en"): Promise<string> =>
    claimsInText(text, {
      form,
      origin: "https://survey.example",
      said: (id) => application.services.claims.said("flood", id, language),
    });

  test("puts words with their address in the place of a claim, or the number alone", async () => {
    const id = await publicClaim(claimOf({ request: { question: "open.local" }, item: { code: "not" } }));
    const { words, value } = await application.services.claims.said("flood", id, "en");
    expect(await inText(`We found {{claim:${id}}}.`, "plain")).toBe(
      `We found ${words} https://survey.example/c/${id}.`,
    );
    expect(await inText(`**{{ claim: ${id} }}**`, "markdown")).toBe(`**[${words}](https://survey.example/c/${id})**`);
    expect(await inText(`{{claim:${id}|value}} and {{other:x}}`, "markdown")).toBe(`${value} and {{other:x}}`);
    expect(await inText(`有{{claim:${id}}}。`, "plain", "zh-CN")).toContain("（95% 区间");
  });

  test("names every claim that cannot be said by line and column, and says nothing in its place", async () => {
    const { claim: hidden } = await claims.make(claimOf({ request: { question: "town" }, item: { code: "south" } }));
    const gone = await publicClaim(claimOf({ request: { question: "town" }, item: { code: "north" } }));
    await claims.withdraw(gone, { "zh-CN": "有误", en: "Wrong" });
    const text = `A {{claim:2222222222222222}}\nB {{claim:${hidden}}} {{claim:<b>}}\n\n  {{claim:${gone}}} {{claim:${gone}|n}}`;
    const refused: unknown = await inText(text, "markdown").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).faults.map(({ field, code }) => [field, code])).toEqual([
      ["line 1, column 3", "unknown-claim"],
      ["line 2, column 3", "unknown-claim"],
      ["line 2, column 30", "unknown-claim"],
      ["line 4, column 3", "claim-withdrawn"],
      ["line 4, column 30", "unknown-form"],
    ]);
    expect((refused as Problem).faults[1]?.message.en).toContain(hidden);
  });
});

function code(town: string) {
  return { kind: "code", variable: "town", codes: [town] };
}
