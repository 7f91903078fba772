import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDesign } from "../../stats/design.ts";
import { itemMoments } from "../../stats/items/itemMoments.ts";
import { largestEigenvector } from "../../stats/matrix/largestEigenvector.ts";
import { cronbachAlpha } from "../../stats/scales/cronbachAlpha.ts";
import { mcdonaldOmega } from "../../stats/scales/mcdonaldOmega.ts";

/** People who answer four items out of one mood, more or less. */
const person = fc.record({
  mood: fc.integer({ min: 0, max: 6 }),
  noise: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  weight: fc.double({ min: 0.2, max: 5, noNaN: true }),
  count: fc.integer({ min: 1, max: 3 }),
});
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
const people = fc.array(person, { minLength: 30, maxLength: 60 });

function itemsOf(of: readonly Person[]): Float64Array[] {
  return [0, 1, 2, 3].map((item) => Float64Array.from(of, ({ mood, noise }) => mood + (noise[item] ?? 0)));
}

function designOf(of: readonly Person[], factor = 1) {
  return createDesign({ rows: of.length, weights: Float64Array.from(of, ({ weight }) => factor * weight) });
}

/** Both reliabilities of a scale, or why there is none. */
function reliabilities(of: readonly Person[], design = designOf(of)): (number | string)[] {
  const alpha = cronbachAlpha(itemsOf(of), design, null);
  const omega = mcdonaldOmega(itemsOf(of), design, null);
  return [
    ...(alpha.kind === "alpha" ? [alpha.raw, alpha.standardised] : [alpha.reason]),
    ...(omega.kind === "omega" ? [omega.raw, omega.standardised] : [omega.reason]),
  ];
}

function expectSame(one: readonly (number | string)[], other: readonly (number | string)[]): void {
  expect(one.map((each) => typeof each)).toEqual(other.map((each) => typeof each));
  for (const [place, value] of one.entries()) {
    if (typeof value === "number") expect(value).toBeCloseTo(Number(other[place]), 7);
    else expect(value).toBe(other[place]);
  }
}

/** Answers of `people` drawn so that four items have exactly these covariances: their Cholesky factor over a balanced design. */
function itemsWith(rows: readonly (readonly number[])[]): Float64Array[] {
  const signs = rows.map((_, bit) => Float64Array.from({ length: 16 }, (__, row) => ((row >> bit) & 1) * 2 - 1));
  return rows.map((factors) =>
    Float64Array.from({ length: 16 }, (_, row) =>
      factors.reduce((sum, factor, place) => sum + factor * (signs[place]?.[row] ?? 0), 0),
    ),
  );
}

describe("the reliability of a scale", () => {
  test("does not depend on the scale of the weights or the order of the people", () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.01, max: 100, noNaN: true }), (file, factor) => {
        expectSame(reliabilities(file), reliabilities(file, designOf(file, factor)));
        expectSame(reliabilities(file), reliabilities([...file].reverse()));
      }),
      { numRuns: 20 },
    );
  });

  test("of rows with counts is that of the people they stand for", () => {
    fc.assert(
      fc.property(people, (file) => {
        const frequencies = Float64Array.from(file, ({ count }) => count);
        const each = file.flatMap((row) => Array<Person>(row.count).fill(row));
        expectSame(reliabilities(file, createDesign({ ...designOf(file), frequencies })), reliabilities(each));
      }),
      { numRuns: 20 },
    );
  });

  test("of a subgroup, and with gaps, is that of those who belong to it and answered everything", () => {
    const file = fc.sample(people, { numRuns: 1, seed: 1 })[0] ?? [];
    const items = itemsOf(file);
    const domain = Uint8Array.from(file, (_, row) => Number(row % 3 > 0));
    const gaps = items.map((item, place) => item.map((value, row) => (place === 1 && row === 4 ? Number.NaN : value)));
    const kept = file.filter((_, row) => row % 3 > 0 && row !== 4);
    const found = cronbachAlpha(gaps, designOf(file), domain);
    const wanted = cronbachAlpha(itemsOf(kept), designOf(kept), null);
    if (found.kind !== "alpha" || wanted.kind !== "alpha") throw new Error("Both can be told");
    expect(found.n).toBe(kept.length);
    expect(found.raw).toBeCloseTo(wanted.raw, 12);
    expect(found.interval?.lower).toBeCloseTo(wanted.interval?.lower ?? 0, 12);
  });

  test("is at most 1, and alpha at most omega where one factor holds exactly", () => {
    // Loadings .9, .8, .7, .6 and variances of 1: the covariances of one factor.
    const loadings = [0.9, 0.8, 0.7, 0.6];
    const covariance = loadings.map((one, row) => loadings.map((other, column) => (row === column ? 1 : one * other)));
    const items = itemsWith(choleskyOf(covariance));
    const design = createDesign({ rows: 16 });
    const alpha = cronbachAlpha(items, design, null);
    const common = loadings.reduce((sum, each) => sum + each, 0) ** 2;
    const wanted = common / (common + loadings.reduce((sum, each) => sum + 1 - each * each, 0));
    for (const method of ["uls", "ml"] as const) {
      const omega = mcdonaldOmega(items, design, null, method);
      if (alpha.kind !== "alpha" || omega.kind !== "omega") throw new Error("Both can be told");
      expect(omega.standardised).toBeCloseTo(wanted, 8);
      expect(omega.raw).toBeCloseTo(wanted, 8);
      for (const [item, loading] of loadings.entries()) expect(omega.loadings[item]).toBeCloseTo(loading, 8);
      expect(alpha.raw).toBeLessThan(omega.raw);
    }
  });

  test("of items that measure the factor equally well is the same by alpha and omega", () => {
    const covariance = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => (row === column ? 1 : 0.4)));
    const items = itemsWith(choleskyOf(covariance));
    const design = createDesign({ rows: 16 });
    const alpha = cronbachAlpha(items, design, null);
    const omega = mcdonaldOmega(items, design, null);
    if (alpha.kind !== "alpha" || omega.kind !== "omega") throw new Error("Both can be told");
    // Spearman and Brown: 4r/(1 + 3r).
    expect(alpha.standardised).toBeCloseTo(1.6 / 2.2, 12);
    expect(omega.standardised).toBeCloseTo(1.6 / 2.2, 9);
    expect(alpha.averageCorrelation).toBeCloseTo(0.4, 12);
    expect(alpha.ifDeleted[0]).toBeCloseTo(1.2 / 1.8, 12);
    expect(alpha.itemRest[0]).toBeCloseTo(1.2 / Math.sqrt(3 + 6 * 0.4), 12);
  });

  test("says why it cannot be told", () => {
    const design = createDesign({ rows: 4 });
    const item = Float64Array.from([1, 2, 3, 4]);
    const other = Float64Array.from([2, 1, 4, 3]);
    const constant = Float64Array.from([0.1, 0.1, 0.1, 0.1]);
    const none = { kind: "not-estimable", n: 4 };
    expect(cronbachAlpha([item], design, null)).toEqual({ ...none, reason: "too-few-items" });
    expect(mcdonaldOmega([item, other], design, null)).toEqual({ ...none, reason: "too-few-items" });
    expect(cronbachAlpha([item, constant], design, null)).toEqual({ ...none, reason: "zero-variance-item", item: 1 });
    expect(cronbachAlpha([item, item.map((value) => 5 - value)], design, null)).toEqual({
      ...none,
      reason: "no-variance",
    });
    const nobody = Float64Array.from([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(cronbachAlpha([item, nobody], design, null)).toEqual({ ...none, reason: "no-data", n: 0 });
    const one = Float64Array.from([1, Number.NaN, Number.NaN, Number.NaN]);
    expect(cronbachAlpha([item, one], design, null)).toEqual({ ...none, reason: "n-too-small", n: 1 });
  });

  test.each(["uls", "ml"] as const)(
    "has no omega where the factor would explain more than all of an item (%s)",
    (method) => {
      // r12 r13 / r23 = .8 * .8 / .5 = 1.28 is what the factor would explain of the first of three items.
      const covariance = [
        [1, 0.8, 0.8],
        [0.8, 1, 0.5],
        [0.8, 0.5, 1],
      ];
      const found = mcdonaldOmega(itemsWith(choleskyOf(covariance)), createDesign({ rows: 16 }), null, method);
      expect(found).toMatchObject({ kind: "not-estimable", reason: "heywood", item: 0 });
    },
  );
});

describe("itemMoments()", () => {
  test("are those of a sample, with n - 1, where nobody has a weight", () => {
    const items = [Float64Array.from([1, 2, 3, 6]), Float64Array.from([2, 2, 5, 7])];
    const { means, covariance } = itemMoments(items, createDesign({ rows: 4 }), null);
    expect([...means]).toEqual([3, 4]);
    expect([...covariance]).toEqual([14 / 3, 5, 5, 6]);
  });
});

describe("largestEigenvector()", () => {
  test("is the largest by size, though another is farther from 0", () => {
    // Eigenvalues 2 and -5, with vectors (2, 1) and (-1, 2).
    const { value, vector } = largestEigenvector(Float64Array.from([0.6, 2.8, 2.8, -3.6]), 2);
    expect(value).toBeCloseTo(2, 12);
    expect((vector[0] ?? 0) / (vector[1] ?? 1)).toBeCloseTo(2, 12);
  });

  test("solves its equation for any symmetric matrix", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
        (entries) => {
          const matrix = Float64Array.from(entries, (entry, place) => {
            const mirrored = entries[(place % 6) * 6 + Math.floor(place / 6)] ?? 0;
            return (entry + mirrored) / 2;
          });
          const { value, vector } = largestEigenvector(matrix, 6);
          for (let row = 0; row < 6; row++) {
            const product = vector.reduce((sum, each, column) => sum + each * (matrix[row * 6 + column] ?? 0), 0);
            expect(product).toBeCloseTo(value * (vector[row] ?? 0), 10);
          }
          expect(vector.reduce((sum, each) => sum + each * each, 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

/** The lower triangle whose product with its transpose is the matrix. */
function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  for (const [row, entries] of matrix.entries()) {
    for (let column = 0; column <= row; column++) {
      const known = factor[row]?.slice(0, column).reduce((sum, each, k) => sum + each * (factor[column]?.[k] ?? 0), 0);
      const rest = (entries[column] ?? 0) - (known ?? 0);
      const own = factor[row];
      if (own !== undefined) own[column] = row === column ? Math.sqrt(rest) : rest / (factor[column]?.[column] ?? 1);
    }
  }
  return factor;
}
