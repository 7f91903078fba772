import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import { oddsRatio } from "../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../stats/association/standardisedDifference.ts";
import { createDesign, type Design } from "../../stats/design.ts";
import { difference } from "../../stats/estimators/difference.ts";
import { linearisedMean } from "../../stats/linearised/linearisedMean.ts";
import { linearRegression } from "../../stats/regression/linearRegression.ts";
import { logisticRegression } from "../../stats/regression/logisticRegression.ts";
import type { Model } from "../../stats/regression/modelMatrix.ts";
import { coefficientOf, type NotFitted, type Regression } from "../../stats/regression/regression.ts";
import { waldTest } from "../../stats/regression/waldTest.ts";

interface Row {
  outcome: number;
  age: number;
  group: number;
  region: number;
  weight: number;
  frequency: number;
  cluster: number;
}

/** Answers in which both outcomes occur in every cell of group and region, so that nothing is told without fail. */
const samples = fc
  .array(
    fc.record({
      outcome: fc.integer({ min: 0, max: 1 }),
      age: fc.integer({ min: 18, max: 90 }),
      group: fc.constantFrom(0, 1, Number.NaN),
      region: fc.integer({ min: -1, max: 2 }),
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
      frequency: fc.integer({ min: 1, max: 3 }),
      cluster: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 10, maxLength: 60 },
  )
  .map((rows): Row[] => [
    ...rows,
    ...Array.from({ length: 24 }, (_, place) => ({
      outcome: place % 2,
      age: 20 + ((place * 17) % 60),
      group: (place >> 1) % 2,
      region: (place >> 2) % 3,
      weight: 1,
      frequency: 1,
      cluster: place % 10,
    })),
  ]);

const column = (rows: readonly Row[], name: keyof Row): Float64Array => Float64Array.from(rows, (row) => row[name]);

function modelOf(rows: readonly Row[], reference = 0): Model {
  return {
    outcome: column(rows, "outcome"),
    terms: [
      { name: "age", values: column(rows, "age") },
      { name: "group", values: column(rows, "group") },
      { name: "region", coded: { codes: Int8Array.from(rows, ({ region }) => region), categories: 3 }, reference },
    ],
  };
}

function designOf(rows: readonly Row[], parts: Partial<Design> = {}): Design {
  return createDesign({ rows: rows.length, weights: column(rows, "weight"), ...parts });
}

function fitted<R extends Regression>(found: R | NotFitted): R {
  if (found.kind === "not-estimable") throw new Error(`Not fitted: ${found.reason} ${found.term ?? ""}`);
  return found;
}

function expectSame(one: Regression, other: Regression): void {
  expect(other.degreesOfFreedom).toBe(one.degreesOfFreedom);
  for (const [place, { value, standardError, interval }] of one.coefficients.entries()) {
    const same = other.coefficients[place];
    const near = 1e-8 * Math.max(1, Math.abs(value), standardError);
    expect(Math.abs((same?.value ?? Number.NaN) - value)).toBeLessThan(near);
    expect(Math.abs((same?.standardError ?? Number.NaN) - standardError)).toBeLessThan(near);
    expect(Math.abs((same?.interval.upper ?? Number.NaN) - interval.upper)).toBeLessThan(10 * near);
  }
}

const regressions = [
  ["linearRegression()", linearRegression],
  ["logisticRegression()", logisticRegression],
] as const;

describe.each(regressions)("%s", (_, regression) => {
  test("depends neither on the scale of the weights nor on the order of rows", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.001, max: 1000, noNaN: true }), (rows, factor) => {
        const one = fitted(regression(modelOf(rows), designOf(rows), null));
        const turned = rows.map((row) => ({ ...row, weight: row.weight * factor })).reverse();
        expectSame(one, fitted(regression(modelOf(turned), designOf(turned), null)));
      }),
    );
  });

  test("of rows with counts is that of the rows they stand for, with and without clusters", () => {
    fc.assert(
      fc.property(samples, fc.boolean(), (rows, isClustered) => {
        const clustersOf = (of: readonly Row[]) => (isClustered ? Int32Array.from(of, ({ cluster }) => cluster) : null);
        const expanded = rows.flatMap((row) => Array<Row>(row.frequency).fill(row));
        const frequencies = column(rows, "frequency");
        const one = regression(modelOf(rows), designOf(rows, { frequencies, clusters: clustersOf(rows) }), null);
        const other = regression(modelOf(expanded), designOf(expanded, { clusters: clustersOf(expanded) }), null);
        expectSame(fitted(one), fitted(other));
        expect(fitted(one)).toMatchObject({ n: fitted(other).n, lost: fitted(other).lost });
      }),
    );
  });

  test("leaves out and counts who did not answer a term, as if their answers to the others were missing too", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = fitted(regression(modelOf(rows), designOf(rows), null));
        const isComplete = ({ group, region }: Row) => !Number.isNaN(group) && region >= 0;
        const emptied = rows.map((row) => (isComplete(row) ? row : { ...row, outcome: Number.NaN }));
        expectSame(found, fitted(regression(modelOf(emptied), designOf(emptied), null)));
        expect(found.n).toBe(rows.filter(isComplete).length);
        expect(found.n + found.lost).toBe(rows.length);
      }),
    );
  });

  test("keeps its test where a term is moved and stretched, as days by the clock", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const outcome = column(rows, "outcome");
        const days = column(rows, "age");
        const clock = days.map((day) => Date.UTC(2026, 1, 1) + day * 86_400_000);
        const one = fitted(regression({ outcome, terms: [{ name: "day", values: days }] }, designOf(rows), null));
        const other = fitted(regression({ outcome, terms: [{ name: "day", values: clock }] }, designOf(rows), null));
        const perDay = coefficientOf(one, "day");
        const perMillisecond = coefficientOf(other, "day");
        expect(perMillisecond.value * 86_400_000).toBeCloseTo(perDay.value, 8);
        expect(perMillisecond.test?.t).toBeCloseTo(perDay.test?.t ?? Number.NaN, 6);
      }),
    );
  });

  test("of a subgroup takes the rest of the file as drawn, with nothing to add", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const domain = Uint8Array.from(rows, (_row, place) => Number(place % 3 !== 0 || place >= rows.length - 24));
        const parts = { clusters: Int32Array.from(rows, ({ cluster }) => cluster) };
        const found = fitted(regression(modelOf(rows), designOf(rows, parts), domain));
        const weights = rows.map(({ weight }, place) => weight * (domain[place] ?? 0));
        const weightless = createDesign({ ...designOf(rows, parts), weights: Float64Array.from(weights) });
        expectSame(found, fitted(regression(modelOf(rows), weightless, null)));
      }),
    );
  });
});

describe("linearRegression()", () => {
  test("names why there is no model, and the term", () => {
    const design = createDesign({ rows: 6 });
    const outcome = Float64Array.of(1, 3, 2, 5, 4, 6);
    const age = { name: "age", values: Float64Array.of(20, 30, 40, 50, 60, 71) };
    const withTerms = (...terms: Model["terms"]) => linearRegression({ outcome, terms }, design, null);
    const constant = { name: "country", values: new Float64Array(6).fill(0.1) };
    expect(withTerms(constant)).toEqual({ kind: "not-estimable", reason: "collinear", n: 6, term: "country" });
    const months = { name: "months", values: age.values.map((years) => 12 * years + 3) };
    expect(withTerms(age, months)).toMatchObject({ reason: "collinear", term: "months" });
    const codes = Int8Array.of(0, 0, 1, 1, 2, 2);
    const region = { name: "region", coded: { codes, categories: 4 }, reference: 0 };
    const isSouth = { name: "south", values: Float64Array.from(codes, (code) => Number(code === 2)) };
    expect(withTerms(region, isSouth)).toMatchObject({ reason: "collinear", term: "south" });
    expect(withTerms({ ...region, reference: 3 })).toMatchObject({ reason: "collinear", term: "region" });
    expect(withTerms(age, region, { name: "other", values: outcome }, isSouth)).toMatchObject({
      reason: "n-too-small",
    });
    expect(linearRegression({ outcome: new Float64Array(6).fill(2), terms: [age] }, design, null)).toMatchObject({
      reason: "outcome-constant",
    });
    expect(linearRegression({ outcome, terms: [age] }, design, new Uint8Array(6))).toMatchObject({ reason: "no-data" });
    const alone = createDesign({ rows: 6, strata: Int32Array.of(7, 7, 7, 7, 7, 8) });
    expect(linearRegression({ outcome, terms: [age] }, alone, null)).toMatchObject({
      reason: "lonely-psu",
      stratum: 8,
    });
  });

  test("leaves out categories that nobody in the subgroup has", () => {
    const codes = Int8Array.of(0, 0, 2, 2, 1, 1);
    const terms = [{ name: "region", coded: { codes, categories: 5 }, reference: 0 }];
    const outcome = Float64Array.of(1, 2, 5, 7, 0, 0);
    const found = fitted(
      linearRegression({ outcome, terms }, createDesign({ rows: 6 }), Uint8Array.of(1, 1, 1, 1, 0, 0)),
    );
    expect(found.coefficients.map(({ category }) => category)).toEqual([null, 2]);
    expect(found.coefficients[1]?.value).toBeCloseTo(4.5, 12);
  });

  test("gives no test where nothing varies, instead of noise by noise", () => {
    const outcome = Float64Array.of(0, 0, 0, 0.1, 0.4, 0.2);
    const terms = [{ name: "group", values: Float64Array.of(0, 0, 0, 1, 1, 1) }];
    const found = fitted(linearRegression({ outcome, terms }, createDesign({ rows: 6 }), null));
    expect(found.coefficients[0]).toMatchObject({ standardError: 0, test: null });
    expect(found.coefficients[1]?.test?.pValue).toBeLessThan(0.1);
    const exact = { outcome: Float64Array.of(3, 5, 7, 9), terms: [{ name: "x", values: Float64Array.of(1, 2, 3, 4) }] };
    const line = fitted(linearRegression(exact, createDesign({ rows: 4 }), null));
    expect(line.coefficients.map(({ standardError, test: tested }) => [standardError, tested])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(waldTest(line, ["x"])).toEqual({ kind: "not-estimable", reason: "no-variance", n: 4 });
  });
});

describe("a model with terms held fixed", () => {
  test("gives the coefficients of the others as if all were wanted, whatever the terms are called", () => {
    const rows = 120;
    const group = { name: "group", values: Float64Array.from({ length: rows }, (_, row) => row % 2) };
    const codes = Int8Array.from({ length: rows }, (_, row) => Math.floor(row / 7) % 4);
    // By the same name as what it is held fixed for: the place counts.
    const region = { name: "group", coded: { codes, categories: 4 }, reference: 0 };
    const outcome = Float64Array.from({ length: rows }, (_, row) => Number((row * row + (row % 2) * 3) % 10 < 4));
    const design = createDesign({ rows, weights: Float64Array.from({ length: rows }, (_, row) => 1 + (row % 3)) });
    for (const regression of [linearRegression, logisticRegression]) {
      const whole = fitted(regression({ outcome, terms: [group, region] }, design, null));
      const part = fitted(regression({ outcome, terms: [group], heldFixed: [region] }, design, null));
      expect(part.coefficients).toEqual(whole.coefficients.slice(0, 2));
      expect(part.degreesOfFreedom).toBe(whole.degreesOfFreedom);
      const size = whole.coefficients.length;
      expect([...part.covariance]).toEqual([0, 1, size, size + 1].map((place) => whole.covariance[place]));
    }
  });
});

describe("logisticRegression()", () => {
  const x = { name: "x", values: Float64Array.from({ length: 40 }, (_, place) => place) };
  const design = createDesign({ rows: 40 });

  test("refuses separation and names the term, also where it is of one category only", () => {
    const outcome = x.values.map((value) => Number(value >= 20));
    expect(logisticRegression({ outcome, terms: [x] }, design, null)).toEqual({
      kind: "not-estimable",
      reason: "separation",
      n: 40,
      term: "x",
    });
    const mixed = x.values.map((value) => Number(value % 4 === 0 || value >= 30));
    const codes = Int8Array.from(x.values, (value) => Math.floor(value / 10));
    const region = { name: "region", coded: { codes, categories: 4 }, reference: 0 };
    const noise = { name: "noise", values: x.values.map((value) => (value * 7) % 11) };
    expect(logisticRegression({ outcome: mixed, terms: [noise, region] }, design, null)).toMatchObject({
      reason: "separation",
      term: "region",
    });
  });

  test("does not take the rounding of a long sum for separation: with one term it is the table's odds ratio", () => {
    // Tables of 15,344 people whose likelihood, summed up, falls in its thirteenth digit at the very top.
    for (const [one, other] of [
      [962, 1704],
      [980, 1740],
      [995, 1770],
      [1017, 1774],
    ] as const) {
      const [ofOne, ofOther] = [4537, 10807];
      const rows = ofOne + ofOther;
      const group = { name: "group", values: Float64Array.from({ length: rows }, (_, row) => Number(row < ofOne)) };
      const outcome = Float64Array.from({ length: rows }, (_, row) =>
        Number(row < ofOne ? row < one : row - ofOne < other),
      );
      const found = fitted(logisticRegression({ outcome, terms: [group] }, createDesign({ rows }), null));
      const odds = one / (ofOne - one) / (other / (ofOther - other));
      expect(coefficientOf(found, "group").oddsRatio).toBeCloseTo(odds, 10);
    }
  });

  test("does not take a person far away, or a steep slope, for separation", () => {
    const outcome = x.values.map((value) => Number(value >= 20 || value % 5 === 0));
    const far = { name: "x", values: x.values.map((value) => (value === 39 ? 4000 : value)) };
    const found = fitted(logisticRegression({ outcome, terms: [far] }, design, null));
    expect(coefficientOf(found, "x").value).toBeGreaterThan(0);
    // All but two next to each other are told apart.
    const nearly = x.values.map((value) => Number(value === 19 || value > 20));
    expect(fitted(logisticRegression({ outcome: nearly, terms: [x] }, design, null)).kind).toBe("regression");
  });

  test("finds its way where weights are so unequal that whole steps lead astray", () => {
    const values = Float64Array.of(1, -1, -3, -1, 1, 1, -1);
    const outcome = Float64Array.of(0, 0, 0, 0, 0, 1, 1);
    const weights = Float64Array.of(40.8, 1.732, 3.136, 29.5, 1.005, 1.222, 19270);
    const model = { outcome, terms: [{ name: "x", values }] };
    const found = fitted(logisticRegression(model, createDesign({ rows: 7, weights }), null));
    const [intercept, slope] = found.coefficients.map(({ value }) => value);
    const residual = (row: number): number =>
      (outcome[row] ?? 0) - 1 / (1 + Math.exp(-(intercept ?? 0) - (slope ?? 0) * (values[row] ?? 0)));
    const score = (of: (row: number) => number): number =>
      weights.reduce((sum, weight, row) => sum + weight * residual(row) * of(row), 0);
    expect(score(() => 1)).toBeCloseTo(0, 8);
    expect(score((row) => values[row] ?? 0)).toBeCloseTo(0, 8);
  });

  test("says when there are few events for its coefficients", () => {
    const outcome = x.values.map((value) => Number(value % 5 === 0));
    const found = fitted(logisticRegression({ outcome, terms: [x] }, design, null));
    expect(found).toMatchObject({ eventsPerCoefficient: 8, flag: "few-events" });
    const more = x.values.map((value) => Number(value % 3 === 0));
    expect(logisticRegression({ outcome: more, terms: [x] }, design, null)).toMatchObject({ flag: null });
  });

  test("meets the shares: fitted probabilities sum to the weighted yeses in every category", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const codes = Int8Array.from(rows, ({ region }) => region);
        const terms = [{ name: "region", coded: { codes, categories: 3 }, reference: 0 }];
        const outcome = column(rows, "outcome");
        const found = fitted(logisticRegression({ outcome, terms }, designOf(rows), null));
        const base = found.coefficients[0]?.value ?? 0;
        for (const category of [0, 1, 2]) {
          const domain = Uint8Array.from(codes, (code) => Number(code === category));
          const share = linearisedMean(outcome, designOf(rows), domain)?.value ?? Number.NaN;
          const own = category === 0 ? 0 : (found.coefficients[category]?.value ?? 0);
          expect(1 / (1 + Math.exp(-base - own))).toBeCloseTo(share, 9);
        }
      }),
    );
  });
});

describe("waldTest()", () => {
  test("of one coefficient is its t test, and of a variable does not depend on the reference", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = fitted(logisticRegression(modelOf(rows), designOf(rows), null));
        const { test: student } = coefficientOf(found, "age");
        const ofAge = waldTest(found, ["age"]);
        if (ofAge.kind !== "wald" || student === null) throw new Error("Age varies");
        expect(ofAge.f).toBeCloseTo(student.t ** 2, 8);
        expect(ofAge.pValue).toBeCloseTo(student.pValue, 8);
        const other = fitted(logisticRegression(modelOf(rows, 2), designOf(rows), null));
        const [one, same] = [waldTest(found, ["region", "group"]), waldTest(other, ["group", "region"])];
        if (one.kind !== "wald" || same.kind !== "wald") throw new Error("Regions and groups vary");
        expect(one.numerator).toBe(3);
        expect(Math.abs(one.f - same.f)).toBeLessThan(1e-7 * Math.max(1, one.f));
      }),
    );
  });

  test("refuses terms that the regression does not have", () => {
    const model = { outcome: Float64Array.of(1, 0, 1, 0), terms: [{ name: "x", values: Float64Array.of(1, 2, 3, 5) }] };
    const found = fitted(linearRegression(model, createDesign({ rows: 4 }), null));
    expect(() => waldTest(found, ["y"])).toThrow(RangeError);
    expect(() => waldTest(found, [])).toThrow(RangeError);
    expect(() => coefficientOf(found, "y")).toThrow(RangeError);
  });
});

describe("two groups", () => {
  const groupsOf = (rows: readonly Row[], outcome: keyof Row) => ({
    outcome: column(rows, outcome),
    group: column(rows, "group"),
  });
  const swapped = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, group: 1 - row.group }));

  test("differ in their means by as much, and as surely, as the difference of two subgroups", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const groups = groupsOf(rows, "age");
        const design = designOf(rows, { clusters: Int32Array.from(rows, ({ cluster }) => cluster) });
        const found = differenceOfMeans(groups, design, null);
        const [of, from] = [1, 0].map((which) =>
          linearisedMean(
            groups.outcome,
            design,
            Uint8Array.from(groups.group, (group) => Number(group === which)),
          ),
        );
        if (!of || !from || found.kind === "not-estimable") throw new Error("Both groups are there");
        const wanted = difference({ of, from }, design);
        if (wanted.kind !== "estimate") throw new Error("Both groups are there");
        expect(found.value).toBeCloseTo(wanted.value, 8);
        expect(found.standardError).toBeCloseTo(wanted.standardError ?? Number.NaN, 8);
        expect(found.degreesOfFreedom).toBe(wanted.degreesOfFreedom - 1);
      }),
    );
  });

  test("have an odds ratio by the table's cells, which turns over with the groups", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = oddsRatio(groupsOf(rows, "outcome"), designOf(rows), null);
        const turned = oddsRatio(groupsOf(swapped(rows), "outcome"), designOf(rows), null);
        if (found.kind === "not-estimable" || turned.kind === "not-estimable") throw new Error("Every cell is filled");
        const weightOf = (group: number, outcome: number): number =>
          rows
            .filter((row) => row.group === group && row.outcome === outcome)
            .reduce((sum, { weight }) => sum + weight, 0);
        const byCells = (weightOf(1, 1) * weightOf(0, 0)) / (weightOf(1, 0) * weightOf(0, 1));
        expect(found.value / byCells).toBeCloseTo(1, 9);
        expect(turned.value * found.value).toBeCloseTo(1, 9);
        expect(turned.interval.lower * found.interval.upper).toBeCloseTo(1, 7);
      }),
    );
  });

  test("have a standardised difference free of the unit, with the opposite sign for groups exchanged", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const design = designOf(rows);
        const found = standardisedDifference(groupsOf(rows, "age"), design, null);
        const inMonths = groupsOf(
          rows.map((row) => ({ ...row, age: 12 * row.age })),
          "age",
        );
        const months = standardisedDifference(inMonths, design, null);
        const turned = standardisedDifference(groupsOf(swapped(rows), "age"), design, null);
        if (found.kind === "not-estimable" || months.kind === "not-estimable" || turned.kind === "not-estimable")
          throw new Error("Ages vary");
        expect(months.value).toBeCloseTo(found.value, 9);
        expect(months.standardError).toBeCloseTo(found.standardError, 9);
        expect(turned.value).toBeCloseTo(-found.value, 9);
        expect(turned.pooled).toBeCloseTo(-found.pooled, 9);
      }),
    );
  });

  test("say why they cannot be compared", () => {
    const design = createDesign({ rows: 5 });
    const outcome = Float64Array.of(0, 1, 1, 0, 1);
    const nobody = { outcome, group: Float64Array.of(0, 0, 0, 0, Number.NaN) };
    expect(differenceOfMeans(nobody, design, null)).toEqual({ kind: "not-estimable", reason: "no-data", n: 4 });
    expect(oddsRatio(nobody, design, null)).toEqual({ kind: "not-estimable", reason: "no-data", n: 4 });
    const alone = { outcome, group: Float64Array.of(0, 0, 0, 0, 1) };
    expect(standardisedDifference(alone, design, null)).toMatchObject({ reason: "n-too-small" });
    expect(oddsRatio(alone, design, null)).toMatchObject({ reason: "separation" });
    const alike = { outcome: Float64Array.of(0.1, 0.1, 0.1, 0.7, 0.7), group: Float64Array.of(0, 0, 0, 1, 1) };
    expect(standardisedDifference(alike, design, null)).toMatchObject({ reason: "no-variance" });
  });
});
