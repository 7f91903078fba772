import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { achievedShares } from "../../stats/weights/achievedShares.ts";
import { kish } from "../../stats/weights/kish.ts";
import { mixWeights } from "../../stats/weights/mixWeights.ts";
import { rake, type Margin } from "../../stats/weights/rake.ts";
import { rakeTrimmed } from "../../stats/weights/rakeTrimmed.ts";
import { settleMargins } from "../../stats/weights/settleMargins.ts";
import { jackknifeRakedMean } from "../../stats/replication/jackknifeRakedMean.ts";

/** Rows over two variables in which every cell of the cross occurs, so that every margin can be met. */
const samples = fc
  .array(
    fc.record({
      first: fc.integer({ min: 0, max: 1 }),
      second: fc.integer({ min: 0, max: 2 }),
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
      frequency: fc.integer({ min: 1, max: 4 }),
      value: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 4, maxLength: 40 },
  )
  .map((rows) => [
    ...rows,
    ...[0, 1, 2, 3, 4, 5].flatMap((cell) =>
      [1, 1].map((weight) => ({ first: cell % 2, second: cell >> 1, weight, frequency: 1, value: cell })),
    ),
  ]);
type Sample = { first: number; second: number; weight: number; frequency: number; value: number }[];

const marginsOf = (sample: Sample): Margin[] => [
  {
    variable: "first",
    categories: 2,
    codes: Int8Array.from(sample, ({ first }) => first),
    shares: Float64Array.of(0.45, 0.55),
  },
  {
    variable: "second",
    categories: 3,
    codes: Int8Array.from(sample, ({ second }) => second),
    shares: Float64Array.of(0.2, 0.3, 0.5),
  },
];
const weightsOf = (sample: Sample): Float64Array => Float64Array.from(sample, ({ weight }) => weight);
const expanded = (sample: Sample): Sample => sample.flatMap((row) => Array<Sample[number]>(row.frequency).fill(row));

function raked(sample: Sample, base = weightsOf(sample), margins = marginsOf(sample)): Float64Array {
  const found = rake(base, margins, { rows: sample.length });
  if (found.kind !== "weights") throw new Error(found.kind);
  return found.weights;
}

function largestDistance(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, place) => Math.max(most, Math.abs(value - (other[place] ?? Number.NaN))), 0);
}

describe("raking", () => {
  test("meets every margin, with mean 1", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const weights = raked(sample);
        for (const margin of marginsOf(sample))
          expect(largestDistance(achievedShares(margin, weights, { rows: sample.length }), margin.shares)).toBeLessThan(
            1e-9,
          );
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(sample.length, 9);
      }),
    );
  });

  test("depends neither on the scale of base weights nor on the order of margins or rows", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), (sample, scale) => {
        const weights = raked(sample);
        const scaled = weightsOf(sample).map((weight) => weight * scale);
        expect(largestDistance(raked(sample, scaled), weights)).toBeLessThan(1e-8);
        const turned = raked(sample, weightsOf(sample), marginsOf(sample).reverse());
        expect(largestDistance(turned, weights)).toBeLessThan(1e-7);
        const backwards = raked([...sample].reverse()).reverse();
        expect(largestDistance(backwards, weights)).toBeLessThan(1e-8);
      }),
    );
  });

  test("gives rows with frequencies the weights of the respondents they stand for", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const frequencies = Float64Array.from(sample, ({ frequency }) => frequency);
        const found = rake(weightsOf(sample), marginsOf(sample), { rows: sample.length, frequencies });
        if (found.kind !== "weights") throw new Error(found.kind);
        const ofRows = Float64Array.from(
          sample.flatMap(({ frequency }, row) => Array<number>(frequency).fill(found.weights[row] ?? 0)),
        );
        expect(largestDistance(raked(expanded(sample)), ofRows)).toBeLessThan(1e-8);
        expect(kish(found.weights, { frequencies })?.designEffect).toBeCloseTo(kish(ofRows)?.designEffect ?? 0, 8);
      }),
    );
  });

  test("says that a category with a target and nobody in it cannot be met, at once", () => {
    const margin = { variable: "age", categories: 2, codes: Int8Array.of(0, 0), shares: Float64Array.of(0.5, 0.5) };
    const found = rake(null, [margin], { rows: 2 });
    expect(found).toEqual({ kind: "raking-did-not-converge", worstError: 0.5 });
  });
});

describe("trimming", () => {
  test("keeps margins and bounds where both can be had", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const margins = marginsOf(sample);
        const found = rakeTrimmed(weightsOf(sample), margins, { rows: sample.length });
        if (found.kind !== "weights") throw new Error(found.kind);
        for (const margin of margins)
          expect(
            largestDistance(achievedShares(margin, found.weights, { rows: sample.length }), margin.shares),
          ).toBeLessThan(1e-9);
        expect(found.flag === null).toBe(found.largestRatio <= 5 + 1e-7 && found.weights.every((w) => w >= 0.2 - 1e-7));
      }),
    );
  });

  test("by mixing gives nobody more than the share", () => {
    const { weights } = mixWeights(Float64Array.from({ length: 500 }, (_, row) => (row === 0 ? 400 : 1)));
    expect(Math.max(...weights)).toBeLessThanOrEqual(0.01);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe("settling margins", () => {
  const codes = Int8Array.of(0, 1, -1, 1);
  const settle = (shares: number[], policies = {}) =>
    settleMargins(
      [{ variable: "age", categories: shares.length, codes, shares: Float64Array.from(shares) }],
      null,
      { rows: 4 },
      policies,
    );

  test("lets those who did not say keep their share", () => {
    const found = settle([0.4, 0.6]);
    if (found.kind !== "margins") throw new Error(found.kind);
    expect(Array.from(found.margins[0]?.shares ?? [])).toEqual([0.4 * 0.75, 0.6 * 0.75, 0.25]);
    expect(found.adjustments).toEqual([{ kind: "own-share", variable: "age", share: 0.25 }]);
  });

  test("can drop them instead, and says how many", () => {
    const found = settle([0.4, 0.6], { missing: "drop" });
    if (found.kind !== "margins") throw new Error(found.kind);
    expect(found.baseWeights).toEqual(Float64Array.of(1, 1, 0, 1));
    expect(found.adjustments).toEqual([{ kind: "rows-dropped", variable: "age", rows: 1 }]);
  });

  test("rescales shares that are slightly off, and names those that are more", () => {
    const found = settle([0.401, 0.6]);
    expect(found.kind === "margins" && found.adjustments[0]).toMatchObject({ kind: "shares-rescaled" });
    expect(settle([0.4, 0.61])).toMatchObject({ kind: "targets-do-not-sum", variable: "age" });
  });

  test("names the row of a weight that is no weight", () => {
    const margin = { variable: "age", categories: 1, codes: Int8Array.of(0, 0), shares: Float64Array.of(1) };
    expect(settleMargins([margin], Float64Array.of(1, -1), { rows: 2 })).toEqual({ kind: "bad-weight", row: 1 });
  });
});

describe("the jackknife with raking", () => {
  test("gives frequencies the error of the respondents they stand for", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const values = Float64Array.from(sample, ({ value }) => value);
        const weighting = { rows: sample.length, baseWeights: weightsOf(sample), margins: marginsOf(sample) };
        const frequencies = Float64Array.from(sample, ({ frequency }) => frequency);
        const counted = jackknifeRakedMean(values, { ...weighting, frequencies }, null);
        const rows = expanded(sample);
        const one = jackknifeRakedMean(
          Float64Array.from(rows, ({ value }) => value),
          { rows: rows.length, baseWeights: weightsOf(rows), margins: marginsOf(rows) },
          null,
        );
        if (counted.kind !== "estimate" || one.kind !== "estimate") throw new Error("not estimable");
        expect(counted.value).toBeCloseTo(one.value, 8);
        expect(counted.standardError).toBeCloseTo(one.standardError ?? 0, 6);
      }),
      { numRuns: 25 },
    );
  });
});
