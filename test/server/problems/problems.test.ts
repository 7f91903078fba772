import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisOrigin } from "../../../server/analysis/analysisApi.ts";
import type { StudyEstimates } from "../../../server/estimates/estimatesApi.ts";
import type { FigureFile, FrozenSummary } from "../../../server/figures/figuresApi.ts";
import type { LoggedProblem, StudyProblems } from "../../../server/problems/problemsApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { figureMaker, figureOf, figureStudy } from "../../support/figures.ts";
import { takeExport } from "../../support/takeExport.ts";
import { ask as askOfWeighting, runScheme } from "../../support/weighting.ts";

let application: TestApplication;
let cookie = "";
let now = new Date("2026-03-04T02:00:00Z");

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  ({ cookie } = await application.signIn());
  await figureStudy(application.services);
  const study = await application.services.studies.find("flood");
  if (study === null) throw new Error("no study");
  const answers = { town: "north", worried: "no" };
  await application.services.admission.admitMany(study, [
    { day: "2026-02-23", gridUnit: "g-1", submission: { submissionKey: "from-the-first-unit", answers } },
  ]);
  await fieldStudy(application.services, { elements: [{ type: "comment", name: "words" }] }, "fire");
}, 60_000);
afterAll(() => application.close());

const twice = { "zh-CN": "南边的答案发送了两次。", en: "The answers of the south were sent twice." };
const problem = (part: object = {}) => ({ from: "2026-02-24", to: "2026-02-24", what: twice, ...part });

const at = (path: string, sending: { method?: string; value?: unknown } = {}, study = "flood") =>
  send(application.address, `/api/studies/${study}${path}`, { cookie, ...sending });
const log = async (part: object = {}): Promise<LoggedProblem> => {
  const { status, text } = await at("/problems", { method: "POST", value: problem(part) });
  if (status !== 201) throw new Error(text);
  return JSON.parse(text) as LoggedProblem;
};
const change = (path: string, value: object, study?: string) =>
  at(`/problems/${path}`, { method: "PUT", value }, study);
const ledger = async (study?: string): Promise<StudyProblems> =>
  JSON.parse((await at("/problems", {}, study)).text) as StudyProblems;
/** The problems that an answer names. */
const asked = async (path: string, value: object): Promise<string[]> => {
  const { status, text } = await at(path, { method: "POST", value });
  if (status !== 200) throw new Error(text);
  return (JSON.parse(text) as AnalysisOrigin).problems.map(({ id }) => id);
};
const estimated = (value: object): Promise<string[]> => asked("/estimates", { weight: "none", ...value });

describe("the ledger of a study", () => {
  test("has a problem from when it was logged, by whom, and what its places can be said by", async () => {
    const logged = await log({ questions: ["open"], places: [{ variable: "town", codes: ["south"] }] });
    expect(logged).toMatchObject({ version: 1, at: now.toISOString(), by: "研究员 Li", what: twice, done: null });
    const { problems, places } = await ledger();
    expect(problems).toEqual([logged]);
    expect(places).toMatchObject([
      { name: "grid_unit", values: [{ code: "g-1" }] },
      { name: "language", values: [{ code: "zh-CN" }] },
    ]);
    expect((await ledger("fire")).problems).toEqual([]);
  });

  test("keeps what was said before a correction and before it was resolved", async () => {
    const { problem: name } = await log();
    now = new Date(now.getTime() + 60_000);
    const mended = { "zh-CN": "重复的答案已删去。", en: "The second copies were taken out." };
    const corrected = await change(name, { ...problem({ to: "2026-02-25" }), version: 1 });
    expect(corrected.status).toBe(200);
    expect((await change(`${name}/resolution`, { version: 1, done: mended })).status).toBe(409);
    const { status, text } = await change(`${name}/resolution`, { version: 2, done: mended });
    expect(status).toBe(200);
    const { history, ...newest } = JSON.parse(text) as LoggedProblem;
    expect(newest).toMatchObject({ version: 3, to: "2026-02-25", done: mended });
    expect(history.map(({ version, to, done }) => [version, to, done])).toEqual([
      [1, "2026-02-24", null],
      [2, "2026-02-25", null],
      [3, "2026-02-25", mended],
    ]);
    expect((await change(name, { ...problem(), version: 2 })).status).toBe(409);
    const again = await change(name, { ...problem(), version: 3 });
    expect(JSON.parse(again.text)).toMatchObject({ version: 4, to: "2026-02-24", done: mended });
  });

  test("names the part of a problem that does not fit the study, in the reader's language", async () => {
    for (const [field, part] of [
      ["to", { from: "2026-02-25" }],
      ["from", { from: "2026-02-30" }],
      ["questions.1", { questions: ["open", "age"] }],
      ["questions", { questions: [] }],
      ["places.0.variable", { places: [{ variable: "city", codes: ["x"] }] }],
      ["places.0.kind", { places: [{ variable: "why", codes: ["x"] }] }],
      ["places.0.codes.1", { places: [{ variable: "town", codes: ["south", "east"] }] }],
      ["places.0.codes.0", { places: [{ variable: "grid_unit", codes: ["g-2"] }] }],
      [
        "places.1.variable",
        {
          places: [
            { variable: "town", codes: ["south"] },
            { variable: "town", codes: ["north"] },
          ],
        },
      ],
      ["what.en", { what: { "zh-CN": "有事", en: " " } }],
      ["what.en", { what: { "zh-CN": "有事" } }],
      ["who", { who: "everyone" }],
    ] as const) {
      const { status, text } = await at("/problems?lang=en", { method: "POST", value: problem(part) });
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
    const chinese = await at("/problems?lang=zh-CN", { method: "POST", value: problem({ from: "2026-02-25" }) });
    expect(chinese.text).toContain("最后一天早于第一天");
  });

  test("is of its own study only, and for those who are signed in", async () => {
    const { problem: name } = await log();
    expect((await change(name, { ...problem(), version: 1 }, "fire")).status).toBe(404);
    expect((await change("nothing", { ...problem(), version: 1 })).status).toBe(404);
    expect((await send(application.address, "/api/studies/flood/problems")).status).toBe(401);
  });
});

describe("an answer", () => {
  test("names the problems of a question that it reads in any way, from the moment they are logged", async () => {
    const requests = {
      subject: { question: "worried", statistic: "share", codes: ["yes"] },
      indicator: { indicator: { kind: "code", variable: "worried", codes: ["yes"] } },
      breakdown: { question: "open.local", by: ["worried"] },
      filter: { question: "open.local", filter: { kind: "code", variable: "worried", codes: ["yes"] } },
      none: { question: "open.local" },
    };
    const before = await Promise.all(Object.values(requests).map(estimated));
    const { problem: name } = await log({ questions: ["worried"] });
    const found = await Promise.all(Object.values(requests).map(estimated));
    expect(before.flat()).not.toContain(name);
    expect(found.map((names) => names.includes(name))).toEqual([true, true, true, true, false]);

    const said = await at("/estimates", { method: "POST", value: { weight: "none", ...requests.subject } });
    const { problems } = JSON.parse(said.text) as AnalysisOrigin;
    expect(problems.find(({ id }) => id === name)).toEqual({
      id: name,
      days: { from: "2026-02-24", to: "2026-02-24" },
      what: twice,
      resolved: null,
    });
  });

  test("names those of its period only, and none where its filter lets in nobody whom they concern", async () => {
    const { problem: name } = await log({
      places: [
        { variable: "town", codes: ["south", "hamlet"] },
        { variable: "grid_unit", codes: ["g-1"] },
      ],
    });
    const of = (...codes: string[]) => ({ kind: "code", variable: "town", codes }) as const;
    const not = (part: object) => ({ kind: "not", of: part }) as const;
    const whole = { question: "open.local" };
    for (const [isAffected, part] of [
      [true, {}],
      [true, { from: "2026-02-24" }],
      [false, { from: "2026-02-25" }],
      [false, { to: "2026-02-23" }],
      [true, { every: "day" }],
      [true, { filter: of("south") }],
      [false, { filter: of("north") }],
      [true, { filter: of("north", "hamlet") }],
      [true, { filter: not(of("south")) }],
      [false, { filter: not(of("south", "hamlet")) }],
      [false, { filter: { kind: "all", of: [of("north"), { kind: "code", variable: "worried", codes: ["yes"] }] } }],
      [true, { filter: { kind: "any", of: [of("north"), { kind: "code", variable: "worried", codes: ["yes"] }] } }],
      [false, { filter: { kind: "days", from: "2026-03-02", to: "2026-03-03" } }],
      [false, { filter: not({ kind: "days", from: "2026-02-01", to: "2026-02-28" }) }],
      [true, { filter: not({ kind: "days", from: "2026-03-02", to: "2026-03-03" }) }],
    ] as const)
      expect({ part, isAffected: (await estimated({ ...whole, ...part })).includes(name) }).toEqual({
        part,
        isAffected,
      });
  });

  test("names those of the questions that its weights are raked to", async () => {
    const half = {
      name: "Half",
      margins: [
        {
          name: "town",
          target: { shares: { north: 0.5, south: 0.5 } },
          variables: [{ variable: "town", codes: { hamlet: null } }],
        },
      ],
      blocks: { rule: "whole" },
    };
    expect((await askOfWeighting(application, "PUT /weighting/half", half)).status).toBe(201);
    await runScheme(application, "half");
    const { problem: name } = await log({ questions: ["town"] });
    expect(await estimated({ question: "worried" })).not.toContain(name);
    expect(await estimated({ question: "worried", weight: "scheme:half" })).toContain(name);
  });

  test("to a comparison names those of the two groups, and to needs and contrasts those of what they read", async () => {
    const { problem: name } = await log({ questions: ["why"] });
    const days = (from: string, to: string) => ({ kind: "days", from, to });
    const march = { first: days("2026-03-02", "2026-03-02"), second: days("2026-03-03", "2026-03-03"), weight: "none" };
    expect(await asked("/comparisons", march)).not.toContain(name);
    expect(await asked("/comparisons", { ...march, second: days("2026-02-24", "2026-02-24") })).toContain(name);
    const needs = {
      topics: [{ need: { kind: "code", variable: "worried", codes: ["yes"] }, satisfaction: "open.local" }],
      satisfiedIf: ["very"],
      weight: "none",
    };
    const { problem: read } = await log({ questions: ["open"] });
    const { problem: needed } = await log({ questions: ["worried"] });
    expect(await asked("/needs", needs)).toEqual(expect.arrayContaining([read, needed]));
    expect(await asked("/needs", needs)).not.toContain(name);
  });

  test("to all questions at once says which of them are affected", async () => {
    const { problem: name } = await log({ questions: ["worried"], places: [{ variable: "town", codes: ["south"] }] });
    const of = async (query: string): Promise<readonly string[] | undefined> => {
      const { problems } = JSON.parse((await at(`/estimates?${query}`)).text) as StudyEstimates;
      return problems.find(({ id }) => id === name)?.of;
    };
    const filter = (code: string) => encodeURIComponent(`{"kind":"code","variable":"town","codes":["${code}"]}`);
    expect(await of("weight=none")).toEqual(["worried"]);
    expect(await of(`weight=none&filter=${filter("south")}`)).toEqual(["worried"]);
    expect(await of(`weight=none&filter=${filter("north")}`)).toBeUndefined();
    expect(await of("weight=none&from=2026-03-01")).toBeUndefined();
  });
});

describe("a figure", () => {
  const textOf = async (path: string): Promise<string> => (await fetch(application.address + path)).text();
  const fileOf = async (path: string): Promise<FigureFile> => JSON.parse(await textOf(path)) as FigureFile;

  test("says in its page, embed and files what is wrong with its data; a frozen one beside a state that stays", async () => {
    const maker = figureMaker(application.address, cookie);
    await maker.publish({ questions: ["open"] });
    const { figure } = await maker.make(figureOf({ kind: "likert", request: { question: "open", weight: "none" } }));
    await maker.show(figure, "public");
    const frozen = JSON.parse((await maker.at(`/${figure}/frozen`, { method: "POST" })).text) as FrozenSummary;
    const places = [`/f/${figure}`, `/f/${figure}/frozen/1`];
    const before = await Promise.all(places.map((place) => fileOf(`${place}/figure.json`)));
    const what = {
      "zh-CN": "说明译错，<b>答案</b>方向相反。",
      en: "A label was <b>mistranslated</b>, and answers are reversed.",
    };
    const { problem: name } = await log({ questions: ["open"], what });
    const { problem: later } = await log({ questions: ["open"], from: "2026-03-05", to: "2026-03-06" });
    for (const [number, place] of places.entries()) {
      const file = await fileOf(`${place}/figure.json`);
      expect(file.sha256).toBe(before[number]?.sha256);
      const named = file.problems.map(({ id }) => id);
      expect([named.includes(name), named.includes(later)]).toEqual([true, number === 0]);
      for (const rest of ["?lang=en", "/embed?lang=en"]) {
        const text = await textOf(place + rest);
        expect(text).toContain("Data problem, 24 February 2026: A label was &lt;b&gt;mistranslated&lt;/b&gt;");
        expect(text).not.toContain("<b>mistranslated");
      }
      expect(await textOf(`${place}/figure.svg?lang=zh-CN`)).toContain("数据问题，2026年2月24日：说明译错");
      const csv = await textOf(`${place}/figure.csv?lang=en`);
      expect(csv.split("\r\n")[0]).toContain('"Data problem"');
      expect(csv.split("\r\n")[1]).toContain("answers are reversed");
    }
    expect((await fileOf(`${places[1] ?? ""}/figure.json`)).sha256).toBe(frozen.sha256);
    expect(await textOf("/results/flood?lang=en")).toContain("answers are reversed");

    now = new Date(now.getTime() + 60_000);
    await change(`${name}/resolution`, { version: 1, done: { "zh-CN": "已翻转。", en: "They were turned round." } });
    expect(await textOf(`${places[0] ?? ""}?lang=en`)).toContain("Resolved: They were turned round.");
    expect(await textOf(`${places[1] ?? ""}?lang=en`)).toContain("Resolved after this state was frozen: They were");
  });
});

describe("an export", () => {
  test("lists in its manifest what is wrong with the responses of the file, also what is found later", async () => {
    const { manifest } = await takeExport(application, "flood");
    const { problem: name } = await log({ questions: ["worried"] });
    const { problem: later } = await log({ from: "2026-03-20", to: "2026-03-20" });
    const { text } = await at(`/exports/${manifest.export}`);
    const named = (JSON.parse(text) as typeof manifest).problems.map(({ id }) => id);
    expect(manifest.problems.map(({ id }) => id)).not.toContain(name);
    expect([named.includes(name), named.includes(later)]).toEqual([true, false]);
  });
});
