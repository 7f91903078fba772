import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type {
  CodingAgreement,
  CodingSample,
  Concordance,
  TermsFound,
  TextFrame,
  Theme,
} from "../../../server/texts/textsApi.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { cookieIn, send } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "comment", name: "words" },
    { type: "comment", name: "wishes" },
  ],
};

const dayOf = (number: number): string => `2026-03-${String(number).padStart(2, "0")}`;

/** Two weeks of 60 texts: masks in every second of both, a remedy from the second on, and a name two people know. */
const responses = Array.from({ length: 120 }, (_, number) => {
  const isSecondWeek = number >= 60;
  const parts = [
    number % 2 === 0 ? "口罩什么时候能买到" : "学校什么时候开学",
    isSecondWeek && number % 3 === 0 ? "双黄连有没有用" : "",
    number < 2 ? "王建国" : "",
  ];
  return {
    day: dayOf((isSecondWeek ? 8 : 1) + (number % 7)),
    answers: { sex: number % 3 === 0 ? "f" : "m", words: parts.filter((part) => part !== "").join("，") },
  };
});

let application: TestApplication;
let cookie = "";
let secondCookie = "";

beforeAll(async () => {
  application = await startApplication();
  cookie = (await application.signIn()).cookie;
  const second = { name: "second", password: "another long password" };
  await application.services.accounts.add(second);
  secondCookie = cookieIn(await send(application.address, "/api/session", { method: "POST", value: second }));
  const study = await fieldStudy(application.services, definition);
  await keepResponses(application.services, study, [
    ...responses,
    { day: dayOf(14), answers: { sex: "f" } },
    { day: dayOf(14), answers: { sex: "m", wishes: "MASKS and a <b>Mask</b>, don't wait 100" } },
  ]);
});
afterAll(() => application.close());

async function asked<Answer>(
  path: string,
  options: { method?: string; value?: unknown; cookie?: string } = {},
): Promise<Answer> {
  const answer = await send(application.address, `/api/studies/flood/${path}`, { cookie, ...options });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as Answer;
}

const analysed = (value: object): Promise<AnalysisResult> => asked("estimates", { method: "POST", value });

const theme = (name: string, terms: readonly string[], more: Partial<Theme> = {}): Theme => ({
  name,
  label: name,
  question: "words",
  rule: "",
  terms: [...terms],
  without: [],
  ...more,
});

async function putFrame(change: Partial<TextFrame>): Promise<TextFrame> {
  const { frameVersion, themes, words, ignored } = await asked<TextFrame>("texts/frame");
  const value = { basedOn: frameVersion, themes, words, ignored, ...change };
  return asked("texts/frame", { method: "PUT", value });
}

describe("GET /api/studies/:study/texts/terms", () => {
  test("counts people by Chinese term, each with the share of those who wrote and its interval", async () => {
    const { frequent, period } = await asked<TermsFound>("texts/terms?question=words");
    expect(period).toEqual({ from: dayOf(1), to: dayOf(14), writers: 120 });
    const masks = frequent.find(({ term }) => term === "口罩");
    expect(masks).toMatchObject({ people: 60, share: 0.5 });
    // Wilson's interval of 60 in 120: R's binom::binom.wilson(60, 120).
    expect(masks?.interval.lower).toBeCloseTo(0.4119, 4);
    expect(masks?.interval.upper).toBeCloseTo(0.5881, 4);
    expect(frequent.map(({ term }) => term)).not.toContain("什么");
  });

  test("lists no term that fewer than three people wrote", async () => {
    const { frequent } = await asked<TermsFound>("texts/terms?question=words");
    expect(frequent.every(({ people }) => people >= 3)).toBe(true);
    expect(JSON.stringify(frequent)).not.toContain("建国");
    expect((await asked<TermsFound>("texts/terms?question=wishes")).frequent).toEqual([]);
  });

  test("says what rose against the week before, and not what is frequent in both", async () => {
    const { risen } = await asked<TermsFound>("texts/terms?question=words");
    expect(risen?.period).toEqual({ from: dayOf(8), to: dayOf(14), writers: 60 });
    expect(risen?.before).toEqual({ from: dayOf(1), to: dayOf(7), writers: 60 });
    expect(risen?.terms.map(({ term }) => term)).toContain("双黄连");
    expect(risen?.terms.map(({ term }) => term)).not.toContain("口罩");
    const remedy = risen?.terms.find(({ term }) => term === "双黄连");
    expect(remedy).toMatchObject({ people: 20, before: null });
    expect(remedy?.qValue).toBeLessThan(0.001);
    expect((await asked<TermsFound>(`texts/terms?question=words&from=${dayOf(1)}&to=${dayOf(3)}`)).risen).toBeNull();
  });

  test("keeps a study's own words whole and leaves out those it ignores; what comes later is counted too", async () => {
    const terms = async (): Promise<string[]> =>
      (await asked<TermsFound>("texts/terms?question=words")).frequent.map(({ term }) => term);
    expect(await terms()).toContain("开学");
    await putFrame({ words: ["学校什么时候开学"], ignored: ["买到"] });
    expect(await terms()).toContain("学校什么时候开学");
    expect(await terms()).not.toContain("买到");
    const study = await application.services.studies.find("flood");
    if (study === null) throw new Error("The study is there");
    const late = Array.from({ length: 3 }, (_, number) => ({
      submission: { submissionKey: `late-submission-${number}`, answers: { words: "酒精在哪里买" } },
      day: dayOf(14),
    }));
    await application.services.admission.admitMany(study, late);
    expect(await terms()).toContain("酒精");
    await putFrame({ words: [], ignored: [] });
  });

  test("refuses what is no open question", async () => {
    const answer = await send(application.address, "/api/studies/flood/texts/terms?question=sex", { cookie });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("not-an-open-question");
  });
});

describe("GET /api/studies/:study/texts/concordance", () => {
  const lines = (query: string): Promise<Concordance> => asked(`texts/concordance?${query}`);

  test("shows a keyword as it was written with what is around it, in either case", async () => {
    const { lines: found, people, places } = await lines("question=wishes&keyword=mask");
    expect({ people, places }).toEqual({ people: 1, places: 2 });
    expect(found.map(({ before, keyword, after }) => before + keyword + after)).toEqual([
      "MASKS and a <b>Mask</b>, don't wait 100",
      "MASKS and a <b>Mask</b>, don't wait 100",
    ]);
    expect(found.map(({ keyword }) => keyword).sort()).toEqual(["MASK", "Mask"]);
  });

  test("counts the people, gives a page at a time and puts lines in the order of their words", async () => {
    const first = await lines(`question=words&keyword=${encodeURIComponent("口罩")}&limit=40`);
    expect(first).toMatchObject({ people: 60, places: 60, nextOffset: 40 });
    expect(first.lines).toHaveLength(40);
    const rest = await lines(`question=words&keyword=${encodeURIComponent("口罩")}&limit=40&offset=40`);
    expect(rest).toMatchObject({ nextOffset: null });
    const after = [...first.lines, ...rest.lines].map((line) => line.after);
    expect(after).toEqual(after.toSorted());
  });

  test("looks for signs as letters", async () => {
    expect((await lines(`question=words&keyword=${encodeURIComponent(".*")}`)).places).toBe(0);
    expect((await lines(`question=wishes&keyword=${encodeURIComponent("<b>")}`)).places).toBe(1);
  });
});

describe("a theme", () => {
  test("is a question of the study: estimated, broken down by and filtered by, of those who wrote something", async () => {
    await putFrame({
      themes: [theme("masks", ["口罩"]), theme("school", ["学校"], { without: ["双黄连"] }), theme("bare", [])],
    });
    const found = await analysed({ question: "themes", weight: "none" });
    expect(found.items.map(({ value }) => value?.code)).toEqual(["masks", "school", "bare"]);
    const [masks] = found.estimates[0]?.[0] ?? [];
    expect(masks).toMatchObject({ kind: "estimate", n: 123, value: expect.closeTo(60 / 123, 12) as number });
    const byTheme = await analysed({ question: "sex", by: ["themes.masks"], weight: "none" });
    expect(byTheme.groups.map(({ codes }) => codes)).toEqual([[true], [false], []]);
    const filter = { kind: "ticked", variable: "themes.school" };
    expect((await analysed({ question: "sex", filter, weight: "none" })).responses).toBe(50);
    expect((await analysed({ question: "themes.masks", every: "day" })).windows).toHaveLength(14);
    const codebook = await asked<Codebook>("codebook");
    expect(codebook.questions.at(-1)).toMatchObject({ name: "themes" });
    const pages = await asked<{ questions: { name: string; answered: number }[] }>("estimates");
    expect(pages.questions.find(({ name }) => name === "themes")).toMatchObject({ answered: 123 });
  });

  test("is refused when it fits no open question or stands twice, and when somebody else was faster", async () => {
    const put = async (value: object): Promise<{ status: number; text: string }> =>
      send(application.address, "/api/studies/flood/texts/frame", { method: "PUT", cookie, value });
    const { frameVersion } = await asked<TextFrame>("texts/frame");
    const frame = { basedOn: frameVersion, words: [], ignored: [] };
    const wrong = await put({ ...frame, themes: [theme("a", [], { question: "sex" }), theme("a", ["x"])] });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("themes.0.question");
    expect(wrong.text).toContain("themes.1.name");
    const late = await put({ ...frame, basedOn: frameVersion - 1, themes: [] });
    expect(late.status).toBe(409);
    expect((await put({ ...frame, themes: [], words: ["two words"] })).status).toBe(400);
  });
});

describe("coding by hand", () => {
  const isMasks = (text: string): boolean => text.includes("口罩");

  /** Codes all of the sample as one coder, by what `decide` says of each text. */
  async function codeAll(as: string, decide: (text: string, place: number) => boolean): Promise<CodingSample> {
    let sample = await asked<CodingSample>("texts/samples?question=words", { cookie: as });
    for (let place = 0; sample.next !== null; place += 1) {
      const { response, text } = sample.next;
      const value = { question: "words", themes: decide(text, place) ? ["masks"] : [] };
      sample = await asked<CodingSample>(`texts/codings/${response}`, { method: "PUT", cookie: as, value });
    }
    return sample;
  }

  test("is done twice over a drawn sample, neither coder seeing the other, and says how far they agree", async () => {
    await asked("texts/samples", { method: "POST", value: { question: "words", size: 40 } });
    const first = await codeAll(cookie, (text) => isMasks(text));
    expect(first).toMatchObject({ sample: 1, size: 40, own: 40, next: null });
    const fresh = await asked<CodingSample>("texts/samples?question=words", { cookie: secondCookie });
    expect(fresh.own).toBe(0);
    // The second reads the first four texts the other way.
    await codeAll(secondCookie, (text, place) => (place < 4 ? !isMasks(text) : isMasks(text)));
    const { coders, themes } = await asked<CodingAgreement>("texts/agreement?question=words");
    expect(coders).toHaveLength(2);
    const masks = themes.find((each) => each.theme === "masks");
    expect(masks?.kappa).toMatchObject({ kind: "agreement", n: 40, observed: expect.closeTo(0.9, 12) as number });
    expect(masks?.alpha).toMatchObject({ kind: "agreement", n: 40, observed: expect.closeTo(0.9, 12) as number });
    // Where the coders are divided neither is taken: the terms are compared with the rest.
    expect(masks?.terms).toMatchObject({ kind: "agreement", n: 36, value: 1 });
    expect(themes.find((each) => each.theme === "bare")?.terms).toBeNull();
  });

  test("counts before the terms, and a second look before the first", async () => {
    await asked("texts/samples", { method: "POST", value: { question: "words", size: 123 } });
    const share = async (): Promise<number> => {
      const { estimates } = await analysed({ question: "themes.bare", weight: "none" });
      const [bare] = estimates[0]?.[0] ?? [];
      return bare?.kind === "estimate" ? bare.value : Number.NaN;
    };
    expect(await share()).toBe(0);
    const { next } = await asked<CodingSample>("texts/samples?question=words", { cookie });
    const code = (themes: string[]): Promise<CodingSample> =>
      asked(`texts/codings/${next?.response ?? ""}`, { method: "PUT", value: { question: "words", themes } });
    const drawnBefore = async (): Promise<number> => Math.round((await share()) * 123);
    for (const as of [cookie, secondCookie])
      await asked(`texts/codings/${next?.response ?? ""}`, {
        method: "PUT",
        cookie: as,
        value: { question: "words", themes: ["bare"] },
      });
    expect(await drawnBefore()).toBe(1);
    await code([]);
    // Divided: the terms, of which it has none, decide.
    expect(await drawnBefore()).toBe(0);
  });

  test("refuses a text that is not of the sample and a theme that is none", async () => {
    const put = (response: string, themes: string[]): Promise<{ status: number }> =>
      send(application.address, `/api/studies/flood/texts/codings/${response}`, {
        method: "PUT",
        cookie,
        value: { question: "words", themes },
      });
    expect((await put("nobody", [])).status).toBe(404);
    await asked("texts/samples", { method: "POST", value: { question: "words", size: 123 } });
    const { next } = await asked<CodingSample>("texts/samples?question=words");
    expect((await put(next?.response ?? "", ["no_such"])).status).toBe(422);
  });
});
