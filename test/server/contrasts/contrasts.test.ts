import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContrastsResult } from "../../../server/contrasts/contrastsApi.ts";
import { oddsRatio } from "../../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../../stats/association/standardisedDifference.ts";
import { createDesign } from "../../../stats/design.ts";
import { holm } from "../../../stats/multiplicity/holm.ts";
import { linearRegression } from "../../../stats/regression/linearRegression.ts";
import { logisticRegression } from "../../../stats/regression/logisticRegression.ts";
import { coefficientOf } from "../../../stats/regression/regression.ts";
import { score } from "../../../surveys/instruments/scoreInstruments.ts";
import { gad7 } from "../../../surveys/instruments/gad7.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldMoodStudy, moodAnswers } from "../../support/moodStudy.ts";
import { researcherPost } from "../../support/researcher.ts";

const many = 600;

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await fieldMoodStudy(application.services, many);
});
afterAll(() => application.close());

const post = (body: object, language = "en"): Promise<Response> =>
  researcherPost(application, "/api/studies/flood/contrasts", { body, language });

async function contrasted(body: object): Promise<ContrastsResult> {
  const answer = await post(body);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ContrastsResult;
}

const garlic = { kind: "code", variable: "opinion_garlic", codes: ["true"] };
const pets = { kind: "code", variable: "opinion_pets", codes: ["true"] };

const people = Array.from({ length: many }, (_, number) => moodAnswers(number));
const scores = Float64Array.from(
  people,
  ({ worries }) =>
    score(
      gad7,
      ["i1", "i2", "i3", "i4", "i5", "i6", "i7"].map((item) => worries[item]),
    ).score ?? Number.NaN,
);
const believes = Float64Array.from(people, (person) =>
  "opinion_garlic" in person ? Number(person.opinion_garlic === "true") : Number.NaN,
);
const positive = scores.map((each) => Number(each >= 10));
const weights = Float64Array.from(people, (_, number) => 0.5 + (number % 7) / 4);
const design = createDesign({ rows: many, weights });

describe("POST /api/studies/:study/contrasts", () => {
  test("compares those who believe with those who were asked and do not, by the weights", async () => {
    const { contrasts, positive: yes, title } = await contrasted({ outcome: "gad7_score", contrasts: [garlic] });
    const [found] = contrasts;
    expect(title).toBe("GAD-7");
    expect(yes).toEqual({ kind: "number", variable: "gad7_score", from: 10, to: 21 });
    const groups = { outcome: scores, group: believes };
    const standardised = standardisedDifference(groups, design, null);
    const odds = oddsRatio({ outcome: positive, group: believes }, design, null);
    if (standardised.kind === "not-estimable" || odds.kind === "not-estimable")
      throw new Error("Both must be estimable");
    expect(found?.standardised).toMatchObject({ value: expect.closeTo(standardised.value, 10) as number });
    expect(found?.difference).toMatchObject({
      value: expect.closeTo(standardised.one.mean - standardised.other.mean, 10) as number,
      n: standardised.one.n + standardised.other.n,
    });
    expect(found?.oddsRatio).toMatchObject({ value: expect.closeTo(odds.value, 8) as number });
    expect([found?.one.n, found?.other.n]).toEqual([standardised.one.n, standardised.other.n]);
    expect(found?.adjustedDifference).toBeNull();
  });

  test("holds other things fixed as the regressions do, rare codes counted together", async () => {
    const { contrasts } = await contrasted({
      outcome: "gad7_score",
      contrasts: [garlic],
      adjustedFor: ["gender", "schooling"],
      weight: "given",
    });
    const [found] = contrasts;
    const coded = (of: (person: (typeof people)[number]) => number) => Int8Array.from(people, of);
    const gender = {
      name: "gender",
      coded: { codes: coded(({ gender }) => Number(gender === "m")), categories: 2 },
      reference: 0,
    };
    // Ten have the rare schooling: they join the most frequent code of those compared, which is "less".
    const codes = coded(({ schooling }) => Number(schooling === "more"));
    const schooling = { name: "schooling", coded: { codes, categories: 2 }, reference: 0 };
    const terms = [{ name: "group", values: believes }, gender, schooling];
    const linear = linearRegression({ outcome: scores, terms }, design, null);
    const logistic = logisticRegression({ outcome: positive, terms }, design, null);
    if (linear.kind === "not-estimable" || logistic.kind === "not-estimable") throw new Error("Both must be fitted");
    const difference = coefficientOf(linear, "group");
    const odds = coefficientOf(logistic, "group");
    expect(found?.countedTogether).toEqual([{ variable: "schooling", codes: ["rare"] }]);
    expect(found?.adjustedDifference).toMatchObject({
      value: expect.closeTo(difference.value, 9) as number,
      standardError: expect.closeTo(difference.standardError, 9) as number,
      degreesOfFreedom: linear.degreesOfFreedom,
      lost: 0,
    });
    expect(found?.adjustedOddsRatio).toMatchObject({
      value: expect.closeTo(odds.oddsRatio, 7) as number,
      interval: { upper: expect.closeTo(odds.oddsRatioInterval.upper, 6) as number },
    });
  });

  test("adjusts each kind of test for the number of contrasts", async () => {
    const request = { outcome: "gad7_score", contrasts: [garlic, pets] };
    const alone = await contrasted({ ...request, adjustment: "none" });
    const { contrasts } = await contrasted(request);
    const raw = Float64Array.from(alone.contrasts, ({ pValues }) => pValues.difference ?? Number.NaN);
    expect(contrasts.map(({ pValues }) => pValues.difference)).toEqual([...holm(raw)]);
    expect(contrasts.map(({ pValues }) => pValues.adjustedDifference)).toEqual([null, null]);
  });

  test("says of a number that nothing counts as a yes unless it is told, and of a filter that leaves one group", async () => {
    const believers = await contrasted({ outcome: "gad7_score", contrasts: [garlic], filter: garlic });
    expect(believers.contrasts[0]?.difference).toMatchObject({ kind: "not-estimable", reason: "no-data" });
    expect(believers.contrasts[0]?.other.n).toBe(0);
  });

  test.each([
    ["en", { outcome: "gender", contrasts: [garlic] }, "outcome", "neither"],
    ["zh-CN", { outcome: "gender", contrasts: [garlic] }, "outcome", "只能比较"],
    ["zh-CN", { outcome: "nothing", contrasts: [garlic] }, "outcome", "没有这个变量"],
    ["en", { outcome: "gad7_score", contrasts: [garlic, { ...pets, codes: ["so"] }] }, "contrasts.1.codes.0", "code"],
    ["en", { outcome: "gad7_score", contrasts: [garlic], adjustedFor: ["nothing"] }, "adjustedFor.0", "variable"],
    [
      "en",
      { outcome: "gad7_score", contrasts: [garlic], positive: { ...pets, variable: "x" } },
      "positive.variable",
      "",
    ],
    ["en", { outcome: "gad7_score", contrasts: [] }, "contrasts", ""],
    ["en", { contrasts: [garlic] }, "outcome", ""],
  ])("refuses in %s %j, naming %s", async (...[language, body, field, words]) => {
    const answer = await post(body, language);
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(errors[0]?.message).toContain(words);
  });
});
