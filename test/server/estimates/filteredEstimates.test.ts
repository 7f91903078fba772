import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { QuestionEstimates, StudyEstimates } from "../../../server/estimates/estimatesApi.ts";
import { scaleEnds } from "../../../server/estimates/scaleEnds.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const points = ["very_open", "fairly_open", "neutral", "not_open", "closed", "unsure"];
const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "matrix", name: "openness", rows: ["local", "national"], columns: points },
  ],
};
const many = 360;

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  const responses = Array.from({ length: many }, (_, number) => ({
    day: number % 2 === 0 ? "2026-03-01" : "2026-03-02",
    answers: {
      sex: number % 3 === 0 ? "m" : "f",
      openness: { local: points[(number * 5) % 6], national: points[(number * number) % 4] },
    },
  }));
  await keepResponses(application.services, study, responses);
});
afterAll(() => application.close());

async function get(query: Readonly<Record<string, string>>): Promise<Response> {
  const { cookie } = await application.signIn();
  const address = `${application.address}/api/studies/flood/estimates?${new URLSearchParams(query).toString()}`;
  return fetch(address, { headers: { cookie } });
}

async function analysed(request: object): Promise<AnalysisResult> {
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}/api/studies/flood/estimates`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json", Origin: application.address },
    body: JSON.stringify(request),
  });
  return (await answer.json()) as AnalysisResult;
}

type Grid = Extract<QuestionEstimates, { shape: "grid" }>;

function gridOf({ questions }: StudyEstimates): Grid {
  const found = questions.find(({ name }) => name === "openness");
  if (found?.shape !== "grid") throw new Error("The matrix must be there");
  return found;
}

const women = { kind: "code", variable: "sex", codes: ["f"] };

describe("GET /api/studies/:study/estimates with a filter", () => {
  test("gives of those people the very numbers that an analysis request gives", async () => {
    const period = { from: "2026-03-01", to: "2026-03-01" };
    const estimates = (await (await get({ ...period, filter: JSON.stringify(women) })).json()) as StudyEstimates;
    const { netOf, rows, columns } = gridOf(estimates);
    if (netOf === null) throw new Error("Five points have two ends");
    const shares = await analysed({ question: "openness", filter: women, ...period });
    const nets = await analysed({ question: "openness", statistic: "net", ...netOf, filter: women, ...period });
    expect(estimates.responses).toBe(120);
    expect(shares.responses).toBe(120);
    expect(rows.flatMap((row) => row.shares.map(({ estimate }) => estimate.n))).toEqual(
      Array.from({ length: 2 * columns.length }, () => 120),
    );
    const valuesIn = (result: AnalysisResult): unknown[] => result.estimates.map((item) => rounded(item[0]?.[0]));
    expect(rows.flatMap((row) => row.shares.map(({ estimate }) => rounded(estimate)))).toEqual(valuesIn(shares));
    expect(rows.map(({ net }) => rounded(net ?? undefined))).toEqual(valuesIn(nets));
  });

  test("answers with nobody where nobody is meant", async () => {
    const estimates = (await (
      await get({ filter: JSON.stringify({ kind: "all", of: [women, { kind: "not", of: women }] }) })
    ).json()) as StudyEstimates;
    expect(estimates.responses).toBe(0);
    expect(gridOf(estimates).rows[0]?.net).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
  });

  test.each([
    ["what is no JSON", "{", "filter"],
    ["what is no condition", '{"kind":"sql"}', "filter.kind"],
    ["a variable that is not there", '{"kind":"ticked","variable":"x"}', "filter.variable"],
    ["a code that is not there", '{"kind":"code","variable":"sex","codes":["x"]}', "filter.codes.0"],
  ])("refuses %s, naming it", async (_, filter, field) => {
    const answer = await get({ filter });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map((fault) => fault.field)).toEqual([field]);
  });
});

describe("scaleEnds", () => {
  const valuesOf = (codes: readonly (string | number)[]) => codes.map((code) => ({ code, label: String(code) }));

  test("takes half the points from each end, the middle in neither, what is no answer apart", () => {
    expect(scaleEnds(valuesOf(points))).toEqual({
      codes: ["very_open", "fairly_open"],
      against: ["not_open", "closed"],
      without: ["unsure"],
    });
    expect(scaleEnds(valuesOf([0, 1, 2, 3]))).toEqual({ codes: [0, 1], against: [2, 3], without: [] });
  });

  test("finds none where two points are left", () => {
    expect(scaleEnds(valuesOf(["low", "high", "dont_know"]))).toBeNull();
    expect(scaleEnds(valuesOf(["yes", "no"]))).toBeNull();
  });
});

/** An estimate's numbers to the twelfth place: two ways of adding up differ in the last bits. */
function rounded(estimate: AnalysisResult["estimates"][number][number][number] | undefined): unknown {
  if (estimate?.kind !== "estimate") return estimate;
  const { value, standardError, interval, n } = estimate;
  const digits = (number: number | null | undefined): string | null => (number == null ? null : number.toFixed(12));
  return [digits(value), digits(standardError), digits(interval?.lower), digits(interval?.upper), n];
}

describe("GET /api/studies/:study/estimates of some questions", () => {
  test("gives of these the numbers that it gives of all, and without any only who answered", async () => {
    const all = (await (await get({})).json()) as StudyEstimates;
    const some = (await (await get({ questions: '["openness"]' })).json()) as StudyEstimates;
    const none = (await (await get({ questions: "[]" })).json()) as StudyEstimates;
    expect(some.questions).toEqual(all.questions.filter(({ name }) => name === "openness"));
    expect(some.questions).toHaveLength(1);
    expect({ ...none, asOf: all.asOf }).toEqual({ ...all, questions: [] });
    expect(none.responses).toBe(many);
  });

  test.each([
    ["what is no list", '"openness"'],
    ["what is no JSON", "openness"],
    ["a question that is not there", '["sex","x"]'],
  ])("refuses %s, naming it", async (_, questions) => {
    const answer = await get({ questions });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map((fault) => fault.field)).toEqual(["questions"]);
  });
});
