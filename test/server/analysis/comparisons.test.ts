import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ComparedItem, ComparisonResult } from "../../../server/analysis/comparisonApi.ts";
import { fieldVersion } from "../../../server/fielding/fielding.ts";
import { createDesign } from "../../../stats/design.ts";
import { difference } from "../../../stats/estimators/difference.ts";
import { standardisedDifference } from "../../../stats/association/standardisedDifference.ts";
import { linearisedMean } from "../../../stats/linearised/linearisedMean.ts";
import { benjaminiHochberg } from "../../../stats/multiplicity/benjaminiHochberg.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { gad7Rows, mood } from "../../../surveys/questionnaires/dailyTracking/mood.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "radiogroup", name: "vaccinated", choices: ["yes", "no"] },
    { type: "checkbox", name: "needs", choices: ["masks", "food"] },
    { type: "rating", name: "openness", rateMin: 1, rateMax: 5 },
    { type: "text", name: "minutes", inputType: "number", min: 0, max: 600 },
    ...mood.elements.filter(({ name }) => name === "gad7"),
    { type: "comment", name: "words" },
  ],
  instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
};

const many = 600;

/** Answers made by counting: women worry more, and everybody more on the later days. */
function respondent(number: number) {
  const isWoman = number % 5 < 3;
  const late = number % 2;
  const worry = Math.min(3, (number % 3) + Number(isWoman));
  return {
    day: late === 1 ? "2026-03-08" : "2026-03-01",
    weight: 0.5 + (number % 7) / 4,
    answers: {
      sex: isWoman ? "f" : "m",
      vaccinated: number % 4 === 0 ? "no" : "yes",
      ...(number % 11 !== 0 && { needs: number % 3 === 0 ? ["masks"] : ["food"] }),
      openness: 1 + ((number * 7 + Number(isWoman)) % 5),
      minutes: ((number * 13) % 200) + 40 * late,
      gad7: Object.fromEntries(gad7Rows.map((row) => [row, String(worry)])),
    },
  };
}
const everyone = Array.from({ length: many }, (_, number) => respondent(number));

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await keepResponses(application.services, await fieldStudy(application.services, definition), everyone);
});
afterAll(() => application.close());

async function post(request: object, study = "flood"): Promise<Response> {
  const { cookie } = await application.signIn();
  return fetch(`${application.address}/api/studies/${study}/comparisons`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json", Origin: application.address },
    body: JSON.stringify(request),
  });
}

async function compared(request: object, study?: string): Promise<ComparisonResult> {
  const answer = await post(request, study);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ComparisonResult;
}

const women = { kind: "code", variable: "sex", codes: ["f"] };
const men = { kind: "code", variable: "sex", codes: ["m"] };
const week = (from: string, to: string) => ({ kind: "days", from, to });

const named = ({ variable, value }: ComparedItem): string => `${variable?.name ?? ""} ${String(value?.code ?? "")}`;

describe("a comparison request", () => {
  test("compares two groups on every question but the one that makes them, one code of a pair, and on scales", async () => {
    const { items, responses } = await compared({ first: women, second: men });
    expect(responses).toEqual({ first: 360, second: 240 });
    expect(items.map(named)).toEqual([
      "vaccinated yes",
      "needs.masks masks",
      "needs.food food",
      ...[1, 2, 3, 4, 5].map((code) => `openness ${code}`),
      "minutes ",
      ...gad7Rows.flatMap((row) => [0, 1, 2, 3].map((code) => `gad7.${row} ${code}`)),
      "gad7_score ",
      "gad7_score screens-positive",
    ]);
  });

  test("finds what the statistics find of the two subgroups, with the error of both together", async () => {
    const { items } = await compared({ first: women, second: men, weight: "given" });
    const weights = Float64Array.from(everyone, ({ weight }) => weight);
    const design = createDesign({ rows: many, weights });
    const isWoman = Uint8Array.from(everyone, ({ answers }) => Number(answers.sex === "f"));
    const columns = {
      "openness 2": Float64Array.from(everyone, ({ answers }) => Number(answers.openness === 2)),
      "minutes ": Float64Array.from(everyone, ({ answers }) => answers.minutes),
      "needs.masks masks": Float64Array.from(everyone, ({ answers: { needs } }) =>
        needs === undefined ? Number.NaN : Number(needs[0] === "masks"),
      ),
    };
    for (const [name, values] of Object.entries(columns)) {
      const found = items.find((item) => named(item) === name)?.difference;
      const [of, from] = [1, 0].map((group) =>
        linearisedMean(
          values,
          design,
          isWoman.map((one) => Number(one === group)),
        ),
      );
      const wanted = of && from ? difference({ of, from }, design) : null;
      const apart = standardisedDifference({ outcome: values, group: Float64Array.from(isWoman) }, design, null);
      if (found?.kind !== "difference" || wanted?.kind !== "estimate" || apart.kind === "not-estimable")
        throw new Error("There is a difference");
      expect(found.estimate.value).toBeCloseTo(wanted.value, 12);
      expect(found.estimate.standardError).toBeCloseTo(wanted.standardError ?? Number.NaN, 12);
      expect(found.estimate.interval?.lower).toBeCloseTo(wanted.interval?.lower ?? Number.NaN, 10);
      expect(found.estimate.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
      expect(found.standardised).toBeCloseTo(apart.value, 10);
    }
  });

  test("adjusts the p values of all items together, by Benjamini and Hochberg if nothing else is wanted", async () => {
    const { items, tests, request } = await compared({ first: women, second: men });
    expect(request.adjustment).toBe("benjamini-hochberg");
    const tested = items.flatMap(({ difference: found }) => (found.kind === "difference" ? [found] : []));
    expect(tested).toHaveLength(tests);
    expect(tested.map(({ adjustedPValue }) => adjustedPValue)).toEqual([
      ...benjaminiHochberg(Float64Array.from(tested, ({ pValue }) => pValue)),
    ]);
    const plain = await compared({ first: women, second: men, adjustment: "none" });
    const alone = plain.items.flatMap(({ difference: found }) => (found.kind === "difference" ? [found] : []));
    expect(alone.map(({ adjustedPValue }) => adjustedPValue)).toEqual(alone.map(({ pValue }) => pValue));
  });

  test("compares two periods, and two groups among those of a filter", async () => {
    const { items, responses } = await compared({
      first: week("2026-03-08", "2026-03-14"),
      second: week("2026-03-01", "2026-03-07"),
      filter: women,
      weight: "none",
    });
    expect(responses).toEqual({ first: 180, second: 180 });
    const minutes = items.find((item) => named(item) === "minutes ");
    if (minutes?.difference.kind !== "difference") throw new Error("There is a difference");
    expect(minutes.difference.estimate.value).toBeGreaterThan(30);
    // What everybody of a filter says the same to does not vary.
    expect(items.find((item) => named(item) === "sex f")?.difference).toMatchObject({ reason: "no-variance" });
  });

  test("says nothing of a group with fewer than 30 answers, or of times with a broken questionnaire between them", async () => {
    const few = { kind: "number", variable: "minutes", from: 0, to: 5 };
    const { items, tests } = await compared({ first: few, second: { kind: "not", of: few } });
    expect(tests).toBe(0);
    expect(items.every(({ difference: found }) => found.kind === "not-estimable")).toBe(true);

    const study = await fieldStudy(application.services, definition, "broken");
    const early = everyone.filter(({ day }) => day === "2026-03-01").slice(0, 80);
    await keepResponses(application.services, study, early);
    const bytes = Buffer.from(JSON.stringify({ ...definition, title: "New words" }));
    await fieldVersion(application.services.questionnaires, { study: "broken", bytes, relation: "broken" });
    await application.services.admission.admitMany(
      study,
      early.map(({ answers, weight }, number) => ({
        day: "2026-03-08",
        weight,
        submission: { submissionKey: `later-${number}`, questionnaireVersion: 2, answers },
      })),
    );
    const across = await compared(
      { first: week("2026-03-08", "2026-03-08"), second: week("2026-03-01", "2026-03-01") },
      "broken",
    );
    expect(across.items.map(({ difference: found }) => found.kind === "not-estimable" && found.reason)).toEqual(
      across.items.map(() => "crosses-break"),
    );
    const within = await compared({ first: women, second: men }, "broken");
    expect(within.tests).toBeGreaterThan(0);
  });

  test.each([
    ["without a second group", { first: women }, "second", "not-acceptable"],
    [
      "of an unknown variable",
      { first: women, second: { ...men, variable: "x" } },
      "second.variable",
      "unknown-variable",
    ],
    ["of an unknown code", { first: { ...women, codes: ["x"] }, second: men }, "first.codes.0", "unknown-code"],
    [
      "of a group with itself",
      { first: women, second: { kind: "ticked", variable: "needs.food" } },
      "second",
      "groups-overlap",
    ],
    ["with nobody", { first: women, second: week("2020-01-01", "2020-01-02") }, "second", "matches-nobody"],
    ["of nobody who is wanted", { first: women, second: men, filter: men }, "first", "matches-nobody"],
    ["with an unknown member", { first: women, second: men, by: [] }, "by", "unknown-field"],
    [
      "of a period that ends before it begins",
      { first: women, second: men, from: "2026-03-02", to: "2026-03-01" },
      "to",
      "before-from",
    ],
  ])("%s is refused, and the part is named", async (...refused) => {
    const [, request, field, code] = refused;
    const answer = await post(request);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field, code }] });
  });

  test("is for those who are signed in, and for their studies", async () => {
    const answer = await fetch(`${application.address}/api/studies/flood/comparisons`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ first: women, second: men }),
    });
    expect(answer.status).toBe(401);
    expect((await post({ first: women, second: men }, "no-such-study")).status).toBe(404);
  });
});
