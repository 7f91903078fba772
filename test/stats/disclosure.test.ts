import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anonymity } from "../../stats/disclosure/anonymity.ts";
import { attackerInterval } from "../../stats/disclosure/attackerInterval.ts";
import type { CountTable } from "../../stats/disclosure/countTable.ts";
import { discreteGaussian, discreteLaplace } from "../../stats/disclosure/discreteNoise.ts";
import { publication } from "../../stats/disclosure/publication.ts";
import { sampleDiscreteGaussian, sampleDiscreteLaplace, type RandomBelow } from "../../stats/disclosure/sampleNoise.ts";
import { suppressCells } from "../../stats/disclosure/suppressCells.ts";

const tables: fc.Arbitrary<CountTable> = fc
  .record({ rows: fc.integer({ min: 2, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 10, max: 90 })), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((counts) => ({ rows, columns, counts: Float64Array.from(counts) })),
  );

describe("suppression", () => {
  test("leaves every small cell uncertain, or says that the table cannot be shown", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { kind, isPrimary, isSuppressed } = suppressCells(table);
        for (const [cell, count] of table.counts.entries()) {
          expect(isPrimary[cell]).toBe(Number(count > 0 && count < 10));
          if (isPrimary[cell] !== 1) continue;
          expect(isSuppressed[cell]).toBe(1);
          if (kind === "unprotected") continue;
          const { least, most } = attackerInterval(table, isSuppressed, cell);
          expect(most).toBeGreaterThanOrEqual(10);
          expect(most - least).toBeGreaterThanOrEqual(9);
        }
      }),
    );
  });

  test("finds out of a cell what trying all tables with the same totals finds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (counts, hidden) => {
          const table = { rows: 2, columns: 3, counts: Float64Array.from(counts) };
          const isSuppressed = Uint8Array.from(hidden, Number);
          const cells = Array.from(isSuppressed.keys()).filter((cell) => isSuppressed[cell] === 1);
          expect(cells.map((cell) => attackerInterval(table, isSuppressed, cell))).toEqual(
            cells.map((cell) => byTrying(counts, hidden, cell)),
          );
        },
      ),
    );
  });

  test("hides everything where a small cell stands alone in its table", () => {
    expect(suppressCells({ rows: 2, columns: 2, counts: Float64Array.of(3, 0, 0, 50) }).kind).toBe("unprotected");
  });
});

/** Range of a cell over all tables of 2 by 3 that agree with the totals and the shown cells. */
function byTrying(
  counts: readonly number[],
  hidden: readonly boolean[],
  cell: number,
): { least: number; most: number } {
  const at = (place: number): number => counts[place] ?? 0;
  const columns = [0, 1, 2].map((column) => at(column) + at(column + 3));
  const first = at(0) + at(1) + at(2);
  const found: number[] = [];
  for (let a = 0; a <= (columns[0] ?? 0); a++)
    for (let b = 0; b <= (columns[1] ?? 0); b++) {
      const c = first - a - b;
      const tried = [a, b, c, (columns[0] ?? 0) - a, (columns[1] ?? 0) - b, (columns[2] ?? 0) - c];
      const agrees = tried.every((value, place) => value >= 0 && (hidden[place] === true || value === at(place)));
      if (agrees) found.push(tried[cell] ?? 0);
    }
  return { least: Math.min(...found), most: Math.max(...found) };
}

describe("publication", () => {
  test("needs answers and effective answers, and rounds n", () => {
    expect(publication({ n: 137, effectiveSampleSize: 100 })).toEqual({ kind: "public", n: 135 });
    expect(publication({ n: 400, effectiveSampleSize: 99.9 })).toEqual({ kind: "withheld" });
    expect(publication({ n: 30, effectiveSampleSize: 30 }, 30)).toEqual({ kind: "public", n: 30 });
  });
});

describe("anonymity", () => {
  test("counts those alone, those in small classes, and takes no answer as an answer", () => {
    const age = { categories: 2, codes: Int8Array.of(0, 0, 0, 1, -1, -1) };
    const belief = { categories: 2, codes: Int8Array.of(0, 0, 0, 1, 0, 1) };
    const found = anonymity({ quasiIdentifiers: [age], sensitive: [belief] }, { rows: 6, k: 3 });
    expect(found).toMatchObject({ classes: 3, smallest: 1, belowK: 3, uniques: 1, averageRisk: 0.5 });
    expect(found.diversity).toEqual([{ distinct: 1, effective: 1 }]);
    expect(found.sizeOfClass).toEqual(Float64Array.of(3, 3, 3, 1, 2, 2));
  });
});

describe("noise", () => {
  test("has probabilities that sum to 1 and give its variance", () => {
    for (const noise of [discreteLaplace({ epsilon: 0.7, sensitivity: 2 }), discreteGaussian({ squaredScale: 3 })]) {
      const places = Array.from({ length: 801 }, (_, place) => place - 400);
      const sum = (of: (place: number) => number): number => places.reduce((all, place) => all + of(place), 0);
      expect(sum(noise.probability)).toBeCloseTo(1, 12);
      expect(sum((place) => place ** 2 * noise.probability(place))).toBeCloseTo(noise.variance, 9);
    }
  });

  test("is drawn by whole numbers with these probabilities", () => {
    const random = seeded(20260101);
    const draws = 40_000;
    const laplace = discreteLaplace({ epsilon: 0.75, sensitivity: 1 });
    const gaussian = discreteGaussian({ squaredScale: 2.5 });
    const drawn = {
      laplace: count(draws, () => sampleDiscreteLaplace({ numerator: 4n, denominator: 3n }, random)),
      gaussian: count(draws, () => sampleDiscreteGaussian({ numerator: 5n, denominator: 2n }, random)),
    };
    for (let noise = -4; noise <= 4; noise++) {
      // Five standard errors of a share of so many draws.
      const far = 5 * Math.sqrt(0.25 / draws);
      const share = (counts: Map<number, number>): number => (counts.get(noise) ?? 0) / draws;
      expect(Math.abs(share(drawn.laplace) - laplace.probability(noise))).toBeLessThan(far);
      expect(Math.abs(share(drawn.gaussian) - gaussian.probability(noise))).toBeLessThan(far);
    }
  });

  test("refuses scales that are not positive", () => {
    expect(() => discreteLaplace({ epsilon: 0, sensitivity: 1 })).toThrow(RangeError);
    expect(() => discreteGaussian({ squaredScale: -1 })).toThrow(RangeError);
    expect(() => sampleDiscreteLaplace({ numerator: 0n, denominator: 1n }, seeded(1))).toThrow(RangeError);
    expect(() => sampleDiscreteGaussian({ numerator: 1n, denominator: 0n }, seeded(1))).toThrow(RangeError);
  });
});

/** A test's chance: the same numbers every time, by a linear congruential generator of 64 bits. */
function seeded(seed: number): RandomBelow {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return ((state >> 16n) * below) >> 48n;
  };
}

function count(draws: number, draw: () => bigint): Map<number, number> {
  const counts = new Map<number, number>();
  for (let turn = 0; turn < draws; turn++) {
    const noise = Number(draw());
    counts.set(noise, (counts.get(noise) ?? 0) + 1);
  }
  return counts;
}
