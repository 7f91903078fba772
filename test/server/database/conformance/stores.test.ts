import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccountStore } from "../../../../server/accounts/accountStore.ts";
import { createSecretStore } from "../../../../server/database/secretStore.ts";
import { createQuestionnaireStore } from "../../../../server/fielding/questionnaireStore.ts";
import type { Response } from "../../../../server/fielding/response.ts";
import { createResponseStore } from "../../../../server/fielding/responseStore.ts";
import type { Study } from "../../../../server/fielding/study.ts";
import { createStudyStore } from "../../../../server/fielding/studyStore.ts";
import { rulesContent } from "../../../../server/quality/qualityApi.ts";
import { createQualityStore } from "../../../../server/quality/qualityStore.ts";
import { createTextsStore } from "../../../../server/texts/textsStore.ts";
import { schemeContent } from "../../../../server/weighting/weightingApi.ts";
import { createWeightingStore } from "../../../../server/weighting/weightingStore.ts";
import { openStore, type TestStore } from "../../../support/store.ts";
import { race } from "./race.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const first = (told: readonly boolean[]): number => told.filter(Boolean).length;

describe("20 who come at once", () => {
  test("for one name of a study leave one study, and one is told that it is theirs", async () => {
    const studies = createStudyStore(store.connection);
    await studies.prepare();
    const told = await race((writer) => studies.add({ ...study, owner: `owner ${writer}` }));
    expect(first(told)).toBe(1);
    const owner = `owner ${told.indexOf(true)}`;
    expect(await studies.list({ after: "", limit: 50, owner })).toEqual([{ ...study, owner }]);
    expect(await studies.list({ after: "", limit: 50, owner: "another" })).toEqual([]);
  });

  test("for one number of a version leave one version", async () => {
    const questionnaires = createQuestionnaireStore(store.connection);
    await questionnaires.prepare();
    const told = await race((writer) =>
      questionnaires.add({
        study: "flood",
        questionnaireVersion: 1,
        relation: "first",
        changes: [],
        definition: { elements: [{ type: "text", name: "q" }] },
        definitionHash: `hash ${writer}`,
      }),
    );
    expect(first(told)).toBe(1);
    expect((await questionnaires.versions("flood")).map(({ definitionHash }) => definitionHash)).toEqual([
      `hash ${told.indexOf(true)}`,
    ]);
  });

  test("for one number of a weighting scheme, and of its weights, leave one of each", async () => {
    const weighting = createWeightingStore(store.connection);
    await weighting.prepare();
    const named = { study: "flood", scheme: "census" };
    const schemes = await race((writer) =>
      weighting.addScheme({ ...named, ...content, note: `of ${writer}`, schemeVersion: 1, by: null, madeAt: null }),
    );
    expect(first(schemes)).toBe(1);
    expect((await weighting.newestScheme("flood", "census"))?.note).toBe(`of ${schemes.indexOf(true)}`);
    const made = await race((writer) => weighting.addVersion({ ...named, ...weights, responses: writer }));
    expect(first(made)).toBe(1);
    expect(await weighting.versions("flood", "census", 50)).toEqual([
      { ...named, ...weights, responses: made.indexOf(true) },
    ]);
  });

  test("for one number of rules, and of a screening by them, leave one of each, and the marks of its days", async () => {
    const quality = createQualityStore(store.connection);
    await quality.prepare();
    const rules = { ...rulesContent.parse({ from: "2020-02-01", because: "-" }), madeOn: "2020-02-01", madeBy: null };
    const made = await race((writer) =>
      quality.addRules({ study: "flood", rulesVersion: 1, ...rules, because: `of ${writer}` }),
    );
    expect(first(made)).toBe(1);
    expect((await quality.rules("flood")).map(({ because }) => because)).toEqual([`of ${made.indexOf(true)}`]);
    expect(await quality.studies()).toEqual(["flood"]);
    const id = await quality.addDay("flood", { ids: ["one", "two"], marks: Float64Array.of(0, 2 ** 30 + 1) });
    const report = { day: "2020-02-01", rulesVersion: 1, isClosed: true, screened: 2, excluded: 1 };
    const screened = await race((writer) =>
      quality.addVersion({ study: "flood", version: 1, cause: "asked-for", asOf: `${writer}`, days: [{ id, report }] }),
    );
    expect(first(screened)).toBe(1);
    expect(await quality.version("flood")).toMatchObject({ version: 1, asOf: `${screened.indexOf(true)}` });
    for await (const kept of quality.marks("flood", [id]))
      expect(kept).toEqual({ ids: ["one", "two"], marks: Float64Array.of(0, 2 ** 30 + 1) });
    expect.assertions(6);
  });

  test("for one number of a sample of texts, and one take of a coding, leave one of each", async () => {
    const texts = createTextsStore(store.connection);
    await texts.prepare();
    const sample = { study: "flood", question: "needs", sample: 1 };
    const drawn = await race((writer) => texts.addSample({ ...sample, responses: [`r${writer}`] }));
    expect(first(drawn)).toBe(1);
    expect(await texts.newestSample("flood", "needs")).toEqual({ ...sample, responses: [`r${drawn.indexOf(true)}`] });
    const coding = { study: "flood", question: "needs", response: "r", coder: "li", take: 1, offered: ["food"] };
    const coded = await race((writer) => texts.addCoding({ ...coding, themes: writer % 2 === 0 ? ["food"] : [] }));
    expect(first(coded)).toBe(1);
    expect(await texts.codings("flood")).toEqual([
      { ...coding, themes: coded.indexOf(true) % 2 === 0 ? ["food"] : [] },
    ]);
  });

  test("for one name of an account leave the first one's password", async () => {
    const accounts = createAccountStore(store.connection);
    await accounts.prepare();
    const told = await race((writer) =>
      accounts.add({ name: "li", role: "researcher", passwordHash: `hash ${writer}` }),
    );
    expect(first(told)).toBe(1);
    expect((await accounts.find("li"))?.passwordHash).toBe(`hash ${told.indexOf(true)}`);
  });

  test("for a secret are all given the same", async () => {
    const secrets = createSecretStore(store.connection);
    const given = await race(() => secrets.secret("receipt"));
    expect(new Set(given.map((secret) => secret.toString("hex"))).size).toBe(1);
    expect(given[0]).toHaveLength(32);
  });

  test("with one submission key have one response kept, counted and found", async () => {
    const responses = createResponseStore(store.connection);
    await responses.prepare();
    const told = await race((writer) => responses.keep({ ...response, id: `r${writer}`, contentHash: `h${writer}` }));
    expect(first(told)).toBe(1);
    const many = ["k1", "k2", "k3"].map((submissionKey) => ({ ...response, submissionKey, id: submissionKey }));
    expect(await responses.keepMany(many)).toEqual([false, true, true]);
    expect(await responses.count("flood")).toBe(3);
    expect(await responses.countsByDay("flood")).toEqual(new Map([["2020-02-01", { responses: 3, flagged: 3 }]]));
    expect((await responses.contentUnder("flood", "k1"))?.contentHash).toBe(`h${told.indexOf(true)}`);
    expect([...(await responses.contentsUnder("flood", ["k1", "k2", "none"])).keys()].sort()).toEqual(["k1", "k2"]);
  });
});

const study: Study = {
  study: "flood",
  title: { "zh-CN": "洪水", en: "Flood" },
  state: "open",
  timeZone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  firstDay: null,
  lastDay: null,
  simulated: false,
  owner: null,
};

const content = schemeContent.parse({
  name: "Census",
  margins: [{ name: "colour", variables: [{ variable: "colour" }], target: { shares: { red: 0.5, blue: 0.5 } } }],
});

const weights = {
  version: 1,
  schemeVersion: 1,
  cause: "asked-for",
  by: "Li",
  asOf: "2020-02-01T12:00:00.000Z",
  today: "2020-02-01",
  columnsRevision: 1,
  weighted: 0,
  excludedByFlag: {},
  excludedByScreening: 0,
  screening: null,
  withoutWeight: 0,
  cameAfterFreezing: 0,
  weights: null,
  margins: [],
  blocks: [
    { id: "open", frozenIn: null },
    { id: "closed", frozenIn: 1 },
  ],
} as const;

const response: Response = {
  id: "",
  study: "flood",
  submissionKey: "k1",
  contentHash: "h",
  questionnaireVersion: 1,
  day: "2020-02-01",
  language: "en",
  collector: null,
  gridUnit: null,
  answers: { q: "dry" },
  scores: [],
  seconds: null,
  pageSeconds: [],
  weight: null,
  flags: ["burst"],
};
