import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { StudyEstimates } from "../../../server/estimates/estimatesApi.ts";
import { fieldVersion } from "../../../server/fielding/fielding.ts";
import { cramersV } from "../../../stats/crosstabs/cramersV.ts";
import { crossTable } from "../../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../../stats/crosstabs/raoScott.ts";
import { createDesign } from "../../../stats/design.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { gad7Rows, mood } from "../../../surveys/questionnaires/dailyTracking/mood.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "checkbox", name: "needs", choices: ["masks", "food"] },
    { type: "rating", name: "openness", rateMin: 1, rateMax: 5 },
    {
      type: "matrix",
      name: "trust",
      rows: ["local", "national"],
      columns: [
        { value: "low", text: "Low" },
        { value: "high", text: "High" },
        { value: "unsure", text: "Unsure" },
      ],
    },
    { type: "text", name: "minutes", inputType: "number", min: 0, max: 600 },
    { type: "comment", name: "words" },
  ],
};

const days = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-03"];

/** Answers that differ in every way that an analysis can tell apart, made by counting. */
function answersOf(number: number) {
  return {
    day: days[number % days.length] ?? "",
    weight: 0.5 + (number % 7) / 4,
    collector: number % 3 === 0 ? "poster" : "wechat",
    answers: {
      sex: number % 5 < 3 ? "f" : "m",
      ...(number % 11 !== 0 && {
        needs: number % 4 === 0 ? ["masks", "food"] : number % 4 === 1 ? ["masks"] : ["food"],
      }),
      openness: 1 + ((number * 7) % 5),
      trust: { local: ["low", "high", "unsure"][number % 3], national: ["low", "high"][number % 2] },
      minutes: (number * 13) % 200,
      words: "help",
    },
  };
}

const many = 400;

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  await keepResponses(
    application.services,
    study,
    Array.from({ length: many }, (_, number) => answersOf(number)),
  );
});
afterAll(() => application.close());

async function post(request: object, study = "flood", how = ""): Promise<Response> {
  const { cookie } = await application.signIn();
  return fetch(`${application.address}/api/studies/${study}/estimates${how}`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json", Origin: application.address },
    body: JSON.stringify(request),
  });
}

async function analysed(request: object, study?: string): Promise<AnalysisResult> {
  const answer = await post(request, study);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as AnalysisResult;
}

async function allQuestions(query = ""): Promise<StudyEstimates> {
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}/api/studies/flood/estimates${query}`, { headers: { cookie } });
  return (await answer.json()) as StudyEstimates;
}

/** An estimate's numbers to twelve digits, so that two ways of adding up the same rows can be compared. */
function rounded(estimate: Estimate | undefined): unknown {
  return JSON.parse(
    JSON.stringify(estimate, (_, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(12)) : value,
    ),
  );
}

const only = ({ estimates }: AnalysisResult): Estimate | undefined => estimates[0]?.[0]?.[0];

describe("an analysis request", () => {
  test.each(["sex", "openness", "needs"])(
    "gives the shares of %s that the page of all questions shows",
    async (name) => {
      for (const weight of ["none", "given"]) {
        const { questions } = await allQuestions(`?weight=${weight}`);
        const shown = questions.find((question) => question.name === name);
        const found = await analysed({ question: name, weight });
        expect(shown?.shape).toBe("shares");
        if (shown?.shape !== "shares") continue;
        expect(found.items.map(({ value }) => value?.code)).toEqual(shown.rows.map(({ code }) => code));
        expect(found.estimates.map(([group]) => rounded(group?.[0]))).toEqual(
          shown.rows.map(({ estimate }) => rounded(estimate)),
        );
      }
    },
  );

  test("gives the rows of a matrix, and their means, nets and boxes without those who are unsure", async () => {
    const { items } = await analysed({ question: "trust", without: ["unsure"] });
    expect(items.map(({ variable, value }) => `${variable?.name ?? ""} ${String(value?.code)}`)).toEqual([
      "trust.local low",
      "trust.local high",
      "trust.national low",
      "trust.national high",
    ]);
    const boxes = await analysed({
      question: "trust.local",
      statistic: "share",
      codes: ["high"],
      without: ["unsure"],
      weight: "none",
    });
    const net = await analysed({
      question: "trust.local",
      statistic: "net",
      codes: ["high"],
      against: ["low"],
      without: ["unsure"],
      weight: "none",
    });
    const mean = await analysed({ question: "trust.local", statistic: "mean", without: ["unsure"], weight: "none" });
    const share = only(boxes);
    if (share?.kind !== "estimate") throw new Error("There is a share");
    expect(share.n).toBe(Array.from({ length: many }).filter((_, number) => number % 3 !== 2).length);
    expect(only(net)).toMatchObject({ statistic: "net", value: expect.closeTo(2 * share.value - 1, 12) as number });
    expect(only(mean)).toMatchObject({ statistic: "mean", value: expect.closeTo(1 + share.value, 12) as number });
  });

  test("divides by groups, each with the numbers it has as a filter, and shows them together", async () => {
    const found = await analysed({ question: "openness", statistic: "mean", by: ["sex", "needs.masks"] });
    expect(found.groups.map(({ codes }) => codes)).toEqual([["f", true], ["f", false], ["m", true], ["m", false], []]);
    for (const [place, { codes }] of found.groups.slice(0, 4).entries()) {
      const [sex, isTicked] = codes;
      const ticked = { kind: "ticked", variable: "needs.masks" };
      const filter = {
        kind: "all",
        of: [{ kind: "code", variable: "sex", codes: [sex] }, isTicked === true ? ticked : { kind: "not", of: ticked }],
      };
      const alone = await analysed({ question: "openness", statistic: "mean", filter });
      expect(rounded(found.estimates[0]?.[place]?.[0])).toEqual(rounded(only(alone)));
    }
    const asked = { kind: "any", of: ["masks", "food"].map((need) => ({ kind: "ticked", variable: `needs.${need}` })) };
    const together = await analysed({ question: "openness", statistic: "mean", filter: asked });
    expect(rounded(found.estimates[0]?.[4]?.[0])).toEqual(rounded(only(together)));
  });

  test("follows a question over days, with those nobody answered on, and over weeks and seven days pooled", async () => {
    const daily = await analysed({ question: "minutes", every: "day", by: ["collector"] });
    expect(daily.windows.map(({ from }) => from)).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
      "2026-03-03",
    ]);
    expect(daily.estimates[0]?.[0]?.[3]).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
    const one = await analysed({ question: "minutes", from: "2026-03-01", to: "2026-03-01", by: ["collector"] });
    expect(rounded(daily.estimates[0]?.[1]?.[2])).toEqual(rounded(one.estimates[0]?.[1]?.[0]));
    // 2 March 2026 is a Monday.
    const weekly = await analysed({ question: "minutes", every: "week" });
    expect(weekly.windows).toEqual([
      { from: "2026-02-27", to: "2026-03-01" },
      { from: "2026-03-02", to: "2026-03-03" },
    ]);
    expect((await analysed({ question: "minutes", every: "7-days" })).windows).toEqual([]);
  });

  test("takes days in the calendar's order, whichever came first", async () => {
    const study = await fieldStudy(application.services, definition, "late");
    const late = ["2026-03-05", "2026-03-03", "2026-03-04"].map((day) => ({ day, answers: { sex: "f" } }));
    await keepResponses(application.services, study, late);
    const { windows, responses } = await analysed({ question: "sex", every: "day" }, "late");
    expect(windows.map(({ from }) => from)).toEqual(["2026-03-03", "2026-03-04", "2026-03-05"]);
    expect(responses).toBe(3);
  });

  test("gives a quantile with Woodruff's interval and a share with the interval that is asked for", async () => {
    const median = only(
      await analysed({ question: "minutes", statistic: "quantile", probability: 0.5, weight: "none" }),
    );
    expect(median).toMatchObject({ statistic: "quantile", interval: { method: "woodruff" } });
    const wilson = only(await analysed({ question: "sex", interval: "wilson", level: 0.9, weight: "none" }));
    expect(wilson).toMatchObject({ statistic: "share", interval: { method: "wilson", level: 0.9 } });
  });

  test("tests a question against a breakdown, and says which groups are higher, as the statistics do on the same rows", async () => {
    const { tests, items, groups } = await analysed({ question: "openness", by: ["sex"], weight: "none" });
    const sexes = Int8Array.from({ length: many }, (_, number) => Number(number % 5 >= 3));
    const opinions = Int8Array.from({ length: many }, (_, number) => (number * 7) % 5);
    const table = crossTable(
      { rows: { codes: opinions, categories: 5 }, columns: { codes: sexes, categories: 2 } },
      createDesign({ rows: many }),
    );
    const occupied = occupiedTable(table);
    if (occupied.kind === "not-estimable") throw new Error("The table has respondents");
    expect(tests?.associations).toEqual(
      JSON.parse(
        JSON.stringify([{ variable: "openness", raoScott: raoScott(occupied), cramersV: cramersV(occupied) }]),
      ),
    );
    // By number modulo 5 women have the opinions 1, 3 and 5 in thirds, men 2 and 4 in halves.
    expect(items.map(({ value }) => value?.code)).toEqual([1, 2, 3, 4, 5]);
    expect(groups.map(({ codes }) => codes)).toEqual([["f"], ["m"], []]);
    expect(
      tests?.compared.map((row) => row.map((group) => (group.kind === "compared" ? group.isHigherThan : null))),
    ).toEqual([
      [["B"], []],
      [[], ["A"]],
      [["B"], []],
      [[], ["A"]],
      [["B"], []],
    ]);
  });

  test("tests the bands of a scale against a breakdown", async () => {
    const { elements } = definition as { elements: NonNullable<Definition["elements"]> };
    const scale: Definition = {
      elements: [...elements.slice(0, 1), ...mood.elements.filter(({ name }) => name === "gad7")],
      instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
    };
    const study = await fieldStudy(application.services, scale, "scale");
    // Women score 14, moderate, or 0; men 7, mild. Where each group is of one mind there is nothing to test.
    const people = Array.from({ length: 200 }, (_, number) => ({
      answers: {
        sex: number % 2 === 0 ? "f" : "m",
        gad7: Object.fromEntries(gad7Rows.map((row) => [row, number % 10 === 0 ? "0" : number % 2 === 0 ? "2" : "1"])),
      },
    }));
    await keepResponses(application.services, study, people);
    const { tests, items } = await analysed({ question: "gad7_score", statistic: "shares", by: ["sex"] }, "scale");
    expect(tests?.associations).toMatchObject([
      { variable: "gad7_score", raoScott: { kind: "rao-scott" }, cramersV: { n: 200 } },
    ]);
    const letters = tests?.compared.map((row) =>
      row.map((group) => (group.kind === "compared" ? group.isHigherThan.join() : group.reason)),
    );
    expect(items.map(({ value }, place) => [value?.code, letters?.[place]])).toEqual([
      ["minimal", ["B", ""]],
      ["mild", ["", ""]],
      ["moderate", ["B", ""]],
      ["severe", ["", ""]],
    ]);
  });

  test("says whether there is a trend, and how the last point differs from the week before", async () => {
    const study = await fieldStudy(application.services, definition, "rising");
    const rising = Array.from({ length: 800 }, (_, number) => {
      const day = number % 10;
      return {
        day: `2026-03-${String(day + 1).padStart(2, "0")}`,
        answers: { sex: (number * 37) % 100 < 20 + 5 * day ? "f" : "m" },
      };
    });
    await keepResponses(application.services, study, rising);
    const { trends, changes } = await analysed(
      { question: "sex", statistic: "share", codes: ["f"], every: "day", also: ["trend", "change"] },
      "rising",
    );
    const [trend] = trends?.[0]?.[0] ?? [];
    const change = changes?.[0]?.[0];
    if (trend?.kind !== "trend" || change?.kind !== "change") throw new Error("There is a trend and a change");
    expect(trend.within).toEqual({ from: "2026-03-01", to: "2026-03-10" });
    expect(trend.pValue).toBeLessThan(0.001);
    expect(trend.perDay.value).toBeCloseTo(0.05, 1);
    expect(change.from).toEqual({ from: "2026-03-03", to: "2026-03-03" });
    expect(change.estimate.value).toBeGreaterThan(0.2);
  });

  test("gives the share of whom something is true", async () => {
    const indicator = {
      kind: "all",
      of: [
        { kind: "code", variable: "sex", codes: ["f"] },
        { kind: "number", variable: "minutes", from: 60, to: 600 },
      ],
    };
    const found = only(await analysed({ indicator, weight: "none" }));
    const holds = Array.from({ length: many }).filter(
      (_, number) => number % 5 < 3 && (number * 13) % 200 >= 60,
    ).length;
    expect(found).toMatchObject({ n: many, value: expect.closeTo(holds / many, 12) as number });
  });

  test("puts days in order, however their answers came", async () => {
    const study = await fieldStudy(application.services, definition, "upside-down");
    const ofDay = (day: string, many: number) =>
      Array.from({ length: many }, (_, number) => ({ ...answersOf(number), day, weight: null }));
    // One after the other, so that the columns are made before the earlier day comes.
    await keepResponses(application.services, study, ofDay("2026-03-03", 50));
    await analysed({ question: "sex", every: "day" }, "upside-down");
    const earlier = ofDay("2026-03-01", 40).map(({ answers, ...known }, number) => ({
      ...known,
      submission: { submissionKey: `of-an-earlier-day-${number}`, answers },
    }));
    await application.services.admission.admitMany(study, earlier);
    const { windows, estimates } = await analysed({ question: "sex", every: "day" }, "upside-down");
    expect(windows.map(({ from }) => from)).toEqual(["2026-03-01", "2026-03-02", "2026-03-03"]);
    expect(estimates[0]?.[0]?.map(({ n }) => n)).toEqual([40, 0, 50]);
  });

  test("does not pool days across a questionnaire version that broke with the last", async () => {
    const study = await fieldStudy(application.services, definition, "broken");
    await keepResponses(
      application.services,
      study,
      Array.from({ length: 40 }, (_, number) => ({ ...answersOf(number), day: "2026-02-27" })),
    );
    const bytes = Buffer.from(JSON.stringify({ ...definition, title: "New words" }));
    await fieldVersion(application.services.questionnaires, { study: "broken", bytes, relation: "broken" });
    const later = Array.from({ length: 40 }, (_, number) => ({
      day: `2026-03-0${1 + (number % 8)}`,
      weight: null,
      submission: { submissionKey: `later-${number}`, questionnaireVersion: 2, answers: answersOf(number).answers },
    }));
    await application.services.admission.admitMany(study, later);
    const { breaks, windows, estimates } = await analysed(
      { question: "sex", every: "7-days", weight: "none" },
      "broken",
    );
    expect(breaks).toEqual([{ day: "2026-03-01", reason: "wording", of: null }]);
    expect(windows.map(({ to }) => to)).toEqual(["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"]);
    expect(estimates[0]?.[0]?.map((estimate) => (estimate.kind === "estimate" ? "estimate" : estimate.reason))).toEqual(
      ["crosses-break", "crosses-break", "estimate", "estimate"],
    );
  });

  test.each([
    ["an unknown question", { question: "nothing" }, "question", "unknown-question"],
    ["nothing", {}, "question", "question-or-indicator"],
    ["open text", { question: "words" }, "question", "open-text"],
    ["groups by open text", { question: "sex", by: ["words"] }, "by.0", "no-breakdown"],
    ["groups by a number", { question: "sex", by: ["openness", "minutes"] }, "by.1", "no-breakdown"],
    ["groups by what is not there", { question: "sex", by: ["nothing"] }, "by.0", "unknown-variable"],
    ["three breakdowns", { question: "sex", by: ["sex", "openness", "sex"] }, "by", "out-of-range"],
    [
      "a quantile of a category",
      { question: "sex", statistic: "quantile", probability: 0.5 },
      "statistic",
      "needs-numbers",
    ],
    ["a quantile without its probability", { question: "minutes", statistic: "quantile" }, "probability", "required"],
    ["a mean of unordered categories", { question: "sex", statistic: "mean" }, "statistic", "needs-order"],
    ["shares of numbers", { question: "minutes", statistic: "shares" }, "statistic", "needs-categories"],
    ["boxes without codes", { question: "openness", statistic: "share" }, "codes", "required"],
    [
      "a code that is not there",
      { question: "openness", statistic: "share", codes: [4, 9] },
      "codes.1",
      "unknown-code",
    ],
    ["an empty filter", { question: "sex", filter: { kind: "all", of: [] } }, "filter.of", "out-of-range"],
    [
      "a filter that nobody meets",
      { question: "sex", filter: { kind: "number", variable: "minutes", from: 900, to: 999 } },
      "filter",
      "matches-nobody",
    ],
    [
      "a filter by open text",
      { question: "sex", filter: { kind: "code", variable: "words", codes: ["help"] } },
      "filter.kind",
      "other-kind",
    ],
    [
      "a filter of another study",
      { question: "sex", filter: { kind: "not", of: { kind: "ticked", variable: "x" } } },
      "filter.of.variable",
      "unknown-variable",
    ],
    [
      "a period that ends before it begins",
      { question: "sex", from: "2026-03-02", to: "2026-03-01" },
      "to",
      "before-from",
    ],
    ["a day that is not one", { question: "sex", from: "2026-02-30" }, "from", "not-acceptable"],
    ["an unknown member", { question: "sex", pipeline: [] }, "pipeline", "unknown-field"],
    ["an operator", { question: "sex", $where: "1" }, "$where", "forbidden-name"],
  ])("for %s is refused, and the part is named", async (...refused) => {
    const [, request, field, code] = refused;
    const answer = await post(request);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field, code }] });
  });

  test("is answered with others just as alone, from the weights that each asks for", async () => {
    const requests = [
      { question: "needs", by: ["sex"], weight: "none" },
      { question: "minutes", statistic: "mean" },
      { indicator: { kind: "ticked", variable: "needs.food" }, every: "7-days", also: ["trend", "change"] },
    ];
    const { results } = (await (await post({ requests }, "flood", "/together")).json()) as {
      results: AnalysisResult[];
    };
    expect(results).toEqual(await Promise.all(requests.map((request) => analysed(request))));
  });

  test("that is refused among others is named, and none is answered", async () => {
    const requests = [{ question: "sex" }, { question: "sex", by: ["weather"] }];
    const answer = await post({ requests }, "flood", "/together");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field: "requests.1.by.0", code: "unknown-variable" }] });
    expect((await post({ requests: [] }, "flood", "/together")).status).toBe(400);
  });

  test("whose filter tells too many kinds of people apart is answered from the people, with the same numbers", async () => {
    // All of them are met by everyone. Between them there are 200 x 6 x 3 x 4 x 4 kinds, and more by what is asked.
    const anyone = [
      { kind: "number", variable: "minutes", from: 0, to: 600 },
      { kind: "code", variable: "openness", codes: [1, 2, 3, 4, 5] },
      { kind: "code", variable: "sex", codes: ["f", "m"] },
      { kind: "code", variable: "trust.local", codes: ["low", "high", "unsure"] },
      { kind: "code", variable: "trust.national", codes: ["low", "high", "unsure"] },
    ];
    const request = { question: "needs", by: ["collector"] };
    const found = await analysed({ ...request, filter: { kind: "all", of: anyone } });
    const whole = await analysed(request);
    expect(found.estimates.map((groups) => groups.map(([each]) => rounded(each)))).toEqual(
      whole.estimates.map((groups) => groups.map(([each]) => rounded(each))),
    );
  });

  test("for more numbers than anyone can read is refused", async () => {
    const study = await fieldStudy(
      application.services,
      {
        elements: ["one", "two", "three"].map((name) => ({
          type: "dropdown",
          name,
          choices: Array.from({ length: 60 }, (_, choice) => `c${choice}`),
        })),
      },
      "wide",
    );
    await keepResponses(application.services, study, [{ answers: { one: "c1", two: "c1", three: "c1" } }]);
    const answer = await post({ question: "one", by: ["two", "three"] }, "wide");
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ field: "by", code: "too-many-estimates" }] });
  });

  test("is for those who are signed in, and for their studies", async () => {
    const path = `${application.address}/api/studies/flood/estimates`;
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: '{"question":"sex"}',
    });
    expect(answer.status).toBe(401);
    expect((await post({ question: "sex" }, "no-such-study")).status).toBe(404);
  });
});
