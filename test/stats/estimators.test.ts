import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDesign } from "../../stats/design.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { countedVariable } from "../../stats/estimators/countedVariable.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import { share } from "../../stats/estimators/share.ts";
import { shares } from "../../stats/estimators/shares.ts";
import { netScores } from "../../stats/items/boxes.ts";
import { pivotedCholesky } from "../../stats/matrix/solveSymmetric.ts";
import { collapseSmallCells } from "../../stats/weights/collapseSmallCells.ts";

/** A small file: a code of 0 to 3 or no answer, and a weight. */
const files = fc.array(
  fc.record({ code: fc.integer({ min: -1, max: 3 }), weight: fc.double({ min: 0.2, max: 5, noNaN: true }) }),
  { minLength: 5, maxLength: 80 },
);

function columnsOf(file: readonly { code: number; weight: number }[]) {
  const codes = Int16Array.from(file, ({ code }) => code);
  const values = Float64Array.from(file, ({ code }) => (code < 0 ? Number.NaN : code));
  return {
    codes,
    values,
    design: createDesign({ rows: file.length, weights: Float64Array.from(file, ({ weight }) => weight) }),
  };
}

function near(got: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "number" || typeof got !== "number") return got === wanted;
  return Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

describe("estimates", () => {
  test("do not depend on the scale of the weights", () => {
    fc.assert(
      fc.property(files, fc.double({ min: 0.01, max: 100, noNaN: true }), (file, factor) => {
        const { values, design } = columnsOf(file);
        const scaled = columnsOf(file.map(({ code, weight }) => ({ code, weight: weight * factor })));
        const one = mean(values, design, null);
        const other = mean(values, scaled.design, null);
        expect(other.kind).toBe(one.kind);
        if (one.kind !== "estimate" || other.kind !== "estimate") return;
        expect(near(other.value, one.value)).toBe(true);
        expect(near(other.standardError, one.standardError)).toBe(true);
      }),
    );
  });

  test("of cells with counts are those of the rows they stand for", () => {
    fc.assert(
      fc.property(files, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 80, maxLength: 80 }), (file, counts) => {
        const { values, codes, design } = columnsOf(file);
        const frequencies = Float64Array.from(file, (_, row) => counts[row] ?? 1);
        const cells = createDesign({ ...design, frequencies });
        const expanded = columnsOf(file.flatMap((row, place) => Array.from({ length: counts[place] ?? 1 }, () => row)));
        const pairs = [
          [mean(values, cells, null), mean(expanded.values, expanded.design, null)],
          ...shares({ codes, categories: 4 }, cells, null).map((estimate, code) => [
            estimate,
            shares({ codes: expanded.codes, categories: 4 }, expanded.design, null)[code],
          ]),
        ];
        for (const [one, other] of pairs) {
          expect(one?.kind).toBe(other?.kind);
          if (one?.kind !== "estimate" || other?.kind !== "estimate") continue;
          expect(near(one.value, other.value) && near(one.standardError, other.standardError)).toBe(true);
          expect(one.n).toBe(other.n);
          expect(near(one.interval?.lower, other.interval?.lower)).toBe(true);
        }
      }),
    );
  });

  test("by cells and by influence agree, and shares stay within 0 and 1 and sum to 1", () => {
    fc.assert(
      fc.property(files, (file) => {
        const { codes, values, design } = columnsOf(file);
        const byCells = shares({ codes, categories: 4 }, design, null);
        for (const [code, one] of byCells.entries()) {
          const holds = values.map((value) => (Number.isNaN(value) ? value : Number(value === code)));
          const other = share(holds, design, null);
          expect(one.kind).toBe(other.kind);
          if (one.kind !== "estimate" || other.kind !== "estimate") continue;
          expect(near(one.standardError, other.standardError)).toBe(true);
          expect(one.whyNoInterval).toBe(other.whyNoInterval);
          // One answer alone has none.
          expect(one.interval?.lower ?? 0).toBeGreaterThanOrEqual(0);
          expect(one.interval?.upper ?? 1).toBeLessThanOrEqual(1);
        }
        const estimated = byCells.flatMap((each) => (each.kind === "estimate" ? [each.value] : []));
        const total = estimated.length === 4 ? estimated.reduce((sum, value) => sum + value, 0) : 1;
        expect(near(total, 1)).toBe(true);
      }),
    );
  });

  test("of groups of codes are those of the codes put together, by counts and by influence", () => {
    const groupOf = [0, 1, 0, -1];
    fc.assert(
      fc.property(files, (file) => {
        const { codes, values, design } = columnsOf(file);
        const found = countedVariable({ codes, categories: 4 }, design, null).sharesOfGroups(groupOf, 2);
        for (const [group, one] of found.entries()) {
          const holds = values.map((value) =>
            Number.isNaN(value) || value === 3 ? Number.NaN : Number(groupOf[value] === group),
          );
          const other = share(holds, design, null);
          expect(one.kind).toBe(other.kind);
          if (one.kind !== "estimate" || other.kind !== "estimate") continue;
          expect(near(one.value, other.value) && near(one.standardError, other.standardError)).toBe(true);
          expect([one.n, one.degreesOfFreedom]).toEqual([other.n, other.degreesOfFreedom]);
        }
      }),
    );
  });

  test("of a mean are the same by counts and by influence", () => {
    fc.assert(
      fc.property(files, (file) => {
        const { codes, values, design } = columnsOf(file);
        const one = countedVariable({ codes, categories: 4 }, design, null).meanOfScores([0, 1, 2, 3]);
        const other = mean(values, design, null);
        expect(one.kind).toBe(other.kind);
        if (one.kind !== "estimate" || other.kind !== "estimate") return;
        expect(near(one.value, other.value) && near(one.standardError, other.standardError)).toBe(true);
        expect([one.n, one.degreesOfFreedom, one.reliability]).toEqual([
          other.n,
          other.degreesOfFreedom,
          other.reliability,
        ]);
      }),
    );
  });

  test("of a net are the top share less the bottom share, and of reversed codes its opposite", () => {
    const codes = Int8Array.from([0, 1, 2, 3, 4, 4, 3, -1]);
    const design = createDesign({ rows: 8 });
    const netOf = (ends: { top: number[]; bottom: number[] }): Estimate =>
      countedVariable({ codes, categories: 5 }, design, null).meanOfScores(netScores(5, ends), "net");
    expect(netOf({ top: [3, 4], bottom: [0, 1] })).toMatchObject({
      statistic: "net",
      n: 7,
      value: expect.closeTo(2 / 7, 12),
    });
    expect(netOf({ top: [0, 1], bottom: [3, 4] })).toMatchObject({ value: expect.closeTo(-2 / 7, 12) });
    const without = countedVariable({ codes, categories: 5 }, design, null).meanOfScores(
      netScores(5, { top: [3, 4], bottom: [0, 1], without: [2] }),
      "net",
    );
    expect(without).toMatchObject({ n: 6 });
  });

  test("of a median are a value of the data, with an interval around it", () => {
    const values = Float64Array.from({ length: 101 }, (_, place) => place);
    const found = quantile(values, createDesign({ rows: 101 }), null, { probability: 0.5 });
    expect(found).toMatchObject({ value: 50, n: 101 });
  });

  test("of one answer alone are that answer without an interval, and say why", () => {
    const values = Float64Array.from([1, 0, 0, 1]);
    const design = createDesign({ rows: 4, weights: Float64Array.from([2, 1, 1, 1]) });
    const second = Uint8Array.from([0, 1, 0, 0]);
    const alone = { n: 1, degreesOfFreedom: 0, interval: null, whyNoInterval: "n-too-small", reliability: "suppress" };
    expect(mean(values, design, second)).toMatchObject({ ...alone, value: 0, standardError: 0 });
    expect(share(values, design, second)).toMatchObject({ ...alone, value: 0, standardError: 0, weightedBase: 1 });
    const [no, yes] = shares({ codes: Int8Array.from(values), categories: 2 }, design, second);
    expect([no, yes]).toMatchObject([
      { ...alone, value: 1 },
      { ...alone, value: 0 },
    ]);
    // A file of one row has no variance at all.
    const one = createDesign({ rows: 1 });
    expect(mean(Float64Array.from([1]), one, null)).toMatchObject({ ...alone, value: 1, standardError: null });
    expect(share(Float64Array.from([1]), one, null)).toMatchObject({ ...alone, value: 1, standardError: null });
    expect(quantile(Float64Array.from([7]), one, null, { probability: 0.5 })).toMatchObject({ ...alone, value: 7 });
  });

  test("of a subgroup that lies in one cluster have no interval, and are for a statistician to judge", () => {
    const values = Float64Array.from({ length: 80 }, (_, row) => Number(row % 4 === 0));
    const clusters = Int32Array.from(values, (_, row) => Number(row >= 40));
    const design = createDesign({ rows: 80, clusters });
    const first = Uint8Array.from(clusters, (cluster) => Number(cluster === 0));
    const wanted = { value: 0.25, n: 40, interval: null, whyNoInterval: "n-too-small", reliability: "review" };
    expect(share(values, design, first)).toMatchObject(wanted);
    expect(mean(values, design, first)).toMatchObject(wanted);
    const everyone = values.map(() => 1);
    expect(share(everyone, design, first)).toMatchObject({ ...wanted, value: 1 });
  });

  test("of several answers in a stratum with one cluster name the stratum", () => {
    const values = Float64Array.from([1, 0]);
    const design = createDesign({ rows: 2, strata: Int32Array.from([0, 1]) });
    const lonely = { kind: "not-estimable", reason: "lonely-psu", n: 2, stratum: 0 };
    expect([share(values, design, null), mean(values, design, null)]).toEqual([lonely, lonely]);
  });

  test("of a quantile whose interval reaches past the data say so", () => {
    const found = quantile(Float64Array.from([1, 2, 3]), createDesign({ rows: 3 }), null, { probability: 0.5 });
    expect(found).toMatchObject({ value: 2, interval: null, whyNoInterval: "beyond-the-data" });
  });

  test("say why there are none", () => {
    const nobody = Float64Array.from([Number.NaN, Number.NaN]);
    const design = createDesign({ rows: 2 });
    expect(mean(nobody, design, null)).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
    expect(share(nobody, design, null)).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
  });
});

describe("createDesign()", () => {
  test("refuses weights that are negative or not finite, and parts of another length", () => {
    expect(() => createDesign({ rows: 2, weights: Float64Array.from([1, -1]) })).toThrow(RangeError);
    expect(() => createDesign({ rows: 2, weights: Float64Array.from([1, Number.NaN]) })).toThrow(RangeError);
    expect(() => createDesign({ rows: 3, weights: Float64Array.from([1, 1]) })).toThrow(RangeError);
  });
});

describe("collapseSmallCells()", () => {
  test("puts a small cell into its neighbour with its share, and says so; without a neighbour it refuses", () => {
    const codes = Int32Array.from({ length: 30 }, (_, row) => (row < 3 ? 2 : row % 2));
    const margin = { variable: "age", codes, categories: 3, shares: Float64Array.from([0.4, 0.4, 0.2]) };
    const found = collapseSmallCells(margin, null, { rows: 30, neighbours: Int32Array.from([-1, -1, 1]) });
    if (found.kind !== "margin") throw new Error("The cell has a neighbour");
    expect(found.collapsed).toEqual([{ category: 2, into: 1, respondents: 3 }]);
    expect([...found.margin.shares]).toEqual([0.4, 0.6000000000000001, 0]);
    const alone = collapseSmallCells(margin, null, { rows: 30, neighbours: Int32Array.from([-1, -1, -1]) });
    expect(alone).toEqual({ kind: "cell-too-small", category: 2, respondents: 3 });
    const kept = collapseSmallCells(margin, null, { rows: 30, neighbours: Int32Array.from([-1, -1, 2]) });
    expect(kept).toMatchObject({ kind: "margin", collapsed: [], margin: { shares: margin.shares } });
  });
});

describe("pivotedCholesky()", () => {
  test("finds the rank of a matrix whose last row repeats the first", () => {
    expect(pivotedCholesky(Float64Array.from([2, 1, 2, 1, 3, 1, 2, 1, 2]), 3).rank).toBe(2);
  });
});
