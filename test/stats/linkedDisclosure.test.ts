import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attackerInterval, isUncertain } from "../../stats/disclosure/attackerInterval.ts";
import { linkedIntervals } from "../../stats/disclosure/linkedCounts.ts";
import { linkTables, type LinkedTables, type NamedTable } from "../../stats/disclosure/linkTables.ts";
import { greatest, solve, valuesOf } from "../../stats/disclosure/linearProgramme.ts";
import { suppressCells } from "../../stats/disclosure/suppressCells.ts";
import { suppressLinked } from "../../stats/disclosure/suppressLinked.ts";

/** People by region, and by each of some variables of two categories; the tables of region by each. */
const people = (variables: number, most = 14) =>
  fc.array(
    fc.record({
      region: fc.integer({ min: 0, max: 1 }),
      others: fc.array(fc.integer({ min: 0, max: 1 }), exactly(variables)),
    }),
    { minLength: 4, maxLength: most },
  );
const exactly = (length: number) => ({ minLength: length, maxLength: length });

function tablesOf(sample: readonly { region: number; others: readonly number[] }[], variables: number): NamedTable[] {
  return Array.from({ length: variables }, (_, variable) => {
    const counts = new Float64Array(4);
    for (const { region, others } of sample) {
      const cell = 2 * region + (others[variable] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return { rowVariable: "region", columnVariable: `variable ${variable}`, rows: 2, columns: 2, counts };
  });
}

/** Ranges of all counts over every set of tables, of whole numbers, that agrees with what is shown. */
function byTrying({ counts, places }: LinkedTables, isSuppressed: Uint8Array): { least: number; most: number }[] {
  const ranges = Array.from(counts, () => ({ least: Infinity, most: -Infinity }));
  const agrees = (place: number, value: number): boolean => isSuppressed[place] === 1 || counts[place] === value;
  // Nothing bounds the total from above where it is hidden, too; so far is enough for what is asked.
  const total = places[0]?.total ?? 0;
  const [fewest, most] = isSuppressed[total] === 1 ? [0, 30] : [counts[total] ?? 0, counts[total] ?? 0];
  for (let all = fewest; all <= most; all++) {
    for (let first = 0; first <= all; first++) {
      const found = places.map(({ cells, rowTotals, columnTotals }) => {
        const solutions: [number, number][][] = [];
        for (let a = 0; a <= first; a++) {
          for (let b = 0; b <= all - first; b++) {
            const values: [number, number][] = [
              ...[a, first - a, b, all - first - b].map((value, cell): [number, number] => [cells[cell] ?? 0, value]),
              [rowTotals[0] ?? 0, first],
              [rowTotals[1] ?? 0, all - first],
              [columnTotals[0] ?? 0, a + b],
              [columnTotals[1] ?? 0, all - a - b],
              [total, all],
            ];
            if (values.every(([place, value]) => agrees(place, value))) solutions.push(values);
          }
        }
        return solutions;
      });
      // Given the totals of the regions, tables have nothing more to do with one another.
      if (found.some((solutions) => solutions.length === 0)) continue;
      for (const [place, value] of found.flat(2)) {
        const range = ranges[place];
        if (range === undefined) continue;
        range.least = Math.min(range.least, value);
        range.most = Math.max(range.most, value);
      }
    }
  }
  return ranges;
}

describe("linkedIntervals()", () => {
  test.each([2, 3])("finds what trying all tables finds, with %i tables of a common variable", (variables) => {
    fc.assert(
      fc.property(people(variables), fc.array(fc.boolean(), exactly(30)), (sample, hidden) => {
        const linked = linkTables(tablesOf(sample, variables));
        const total = linked.places[0]?.total ?? 0;
        const isSuppressed = Uint8Array.from(linked.counts, (_, place) =>
          Number(hidden[place] === true && place !== total),
        );
        const cells = Array.from(isSuppressed.keys()).filter((cell) => isSuppressed[cell] === 1);
        const tried = byTrying(linked, isSuppressed);
        for (const [at, { least, most }] of linkedIntervals(linked, isSuppressed, cells).entries()) {
          expect(least).toBeCloseTo(tried[cells[at] ?? 0]?.least ?? Number.NaN, 6);
          expect(most).toBeCloseTo(tried[cells[at] ?? 0]?.most ?? Number.NaN, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of a single table with published totals is the range found by flows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), exactly(12)),
        fc.array(fc.boolean(), exactly(12)),
        (counts, hidden) => {
          const table = {
            rowVariable: "region",
            columnVariable: "age",
            rows: 3,
            columns: 4,
            counts: Float64Array.from(counts),
          };
          const linked = linkTables([table]);
          const cellOf = linked.places[0]?.cells ?? new Int32Array(0);
          const isSuppressed = new Uint8Array(linked.counts.length);
          for (const [cell, place] of cellOf.entries()) isSuppressed[place] = Number(hidden[cell]);
          const cells = Array.from(cellOf.keys()).filter((cell) => hidden[cell] === true);
          const found = linkedIntervals(
            linked,
            isSuppressed,
            cells.map((cell) => cellOf[cell] ?? 0),
          );
          for (const [at, cell] of cells.entries()) {
            const { least, most } = attackerInterval(table, Uint8Array.from(hidden, Number), cell);
            expect(found[at]?.least).toBeCloseTo(least, 6);
            expect(found[at]?.most).toBeCloseTo(most, 6);
          }
        },
      ),
    );
  });
});

describe("suppressLinked()", () => {
  test.each([1, 2, 3])("leaves every small count uncertain to who has all %i tables, or shows none", (variables) => {
    fc.assert(
      fc.property(people(variables, 24), (sample) => {
        const threshold = 3;
        const linked = linkTables(tablesOf(sample, variables));
        const { kind, isPrimary, isSuppressed } = suppressLinked(linked, { threshold });
        const tried = byTrying(linked, isSuppressed);
        for (const [place, count] of linked.counts.entries()) {
          expect(isPrimary[place]).toBe(Number(count > 0 && count < threshold));
          expect(Number(isSuppressed[place])).toBeGreaterThanOrEqual(Number(isPrimary[place]));
          const isKnown = isPrimary[place] === 1 && !isUncertain(tried[place] ?? { least: 0, most: 0 }, threshold);
          expect(isKnown && kind === "protected").toBe(false);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("hides the total of a small region in every table, and what would give it away", () => {
    const age = [1, 3, 3, 60, 70, 80, 50, 40, 90];
    const sex = [4, 3, 100, 110, 85, 95];
    const tables = [
      { rowVariable: "region", columnVariable: "age", rows: 3, columns: 3, counts: Float64Array.from(age) },
      { rowVariable: "region", columnVariable: "sex", rows: 3, columns: 2, counts: Float64Array.from(sex) },
    ];
    const linked = linkTables(tables);
    const { kind, isSuppressed } = suppressLinked(linked);
    expect(kind).toBe("protected");
    const [byAge, bySex] = linked.places;
    expect(byAge?.rowTotals).toEqual(bySex?.rowTotals);
    expect(isSuppressed[byAge?.rowTotals[0] ?? -1]).toBe(1);
    // Another region goes with it, or the total of all would tell.
    const others = [1, 2].map((region) => isSuppressed[byAge?.rowTotals[region] ?? -1]);
    expect(others).toContain(1);
    // A table by itself always has its totals, and with seven in a region could not be shown at all.
    expect(tables.map((table) => suppressCells(table).kind)).toEqual(["unprotected", "unprotected"]);
  });

  test("hides nothing in vain: any one shown again would give a small count away", () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 70 })), exactly(9));
    fc.assert(
      fc.property(counts, (cells) => {
        const table = {
          rowVariable: "region",
          columnVariable: "age",
          rows: 3,
          columns: 3,
          counts: Float64Array.from(cells),
        };
        // By sex as many of each, or one more: the regions' totals are those of the first table.
        const totals = [0, 3, 6].map((start) => cells.slice(start, start + 3).reduce((sum, count) => sum + count, 0));
        const halves = totals.flatMap((total) => [Math.floor(total / 2), Math.ceil(total / 2)]);
        const bySex = { ...table, columnVariable: "sex", columns: 2, counts: Float64Array.from(halves) };
        const linked = linkTables([table, bySex]);
        const { kind, isPrimary, isSuppressed } = suppressLinked(linked);
        fc.pre(kind === "protected");
        const small = Array.from(isPrimary.keys()).filter((cell) => isPrimary[cell] === 1);
        const isSafe = (pattern: Uint8Array): boolean =>
          linkedIntervals(linked, pattern, small).every((interval) => isUncertain(interval, 10));
        expect(isSafe(isSuppressed)).toBe(true);
        for (const cell of isSuppressed.keys()) {
          if (isSuppressed[cell] !== 1 || isPrimary[cell] === 1) continue;
          const shown = Uint8Array.from(isSuppressed);
          shown[cell] = 0;
          expect(isSafe(shown)).toBe(false);
        }
      }),
    );
  });

  test("refuses tables of different people", () => {
    const counts = Float64Array.of(20, 20, 20, 20);
    const one = { rowVariable: "region", columnVariable: "age", rows: 2, columns: 2, counts };
    const other = { ...one, columnVariable: "sex", counts: Float64Array.of(20, 20, 20, 21) };
    expect(() => linkTables([one, other])).toThrow(RangeError);
  });

  test("knows a cell whichever variable the rows are", () => {
    const one = {
      rowVariable: "region",
      columnVariable: "age",
      rows: 2,
      columns: 3,
      counts: Float64Array.of(1, 2, 3, 4, 5, 6),
    };
    const turned = {
      rowVariable: "age",
      columnVariable: "region",
      rows: 3,
      columns: 2,
      counts: Float64Array.of(1, 4, 2, 5, 3, 6),
    };
    const { counts, places } = linkTables([one, turned]);
    expect(counts).toHaveLength(6 + 2 + 3 + 1);
    expect(Array.from(places[1]?.cells ?? [])).toEqual([0, 3, 1, 4, 2, 5].map((cell) => places[0]?.cells[cell]));
  });
});

describe("linear programmes", () => {
  test("are solved at a corner, are without bound, or contradict themselves", () => {
    // x + y + slack = 4, x + 3 y + slack = 6: the greatest 3 x + 5 y is 14, at 3 and 1.
    const equations = [
      { of: [0, 1, 2], factors: [1, 1, 1], sum: 4 },
      { of: [0, 1, 3], factors: [1, 3, 1], sum: 6 },
    ];
    const unbounded = new Float64Array(4).fill(Infinity);
    const solution = solve(equations, unbounded);
    if (solution === null) throw new Error("Nothing contradicts");
    const found = greatest(solution, Float64Array.of(3, 5, 0, 0));
    expect(found.sum).toBeCloseTo(14, 9);
    const [x, y] = valuesOf(found.at);
    expect(x).toBeCloseTo(3, 9);
    expect(y).toBeCloseTo(1, 9);
    const open = solve([{ of: [0, 1], factors: [1, -1], sum: 1 }], Float64Array.of(Infinity, Infinity));
    expect(open === null ? null : greatest(open, Float64Array.of(1, 0)).sum).toBe(Infinity);
    expect(solve([{ of: [0], factors: [1], sum: -1 }], Float64Array.of(Infinity))).toBeNull();
    const twice = solve([...equations, ...equations], unbounded);
    expect(twice?.rows).toHaveLength(2);
  });

  test("within bounds find what trying all whole numbers finds", () => {
    const small = fc.integer({ min: 0, max: 4 });
    const weight = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.tuple(small, small, small), fc.tuple(weight, weight, weight), weight, (bounds, weights, sum) => {
        // x + y - z: with such factors the greatest is at whole numbers.
        const solution = solve([{ of: [0, 1, 2], factors: [1, 1, -1], sum }], Float64Array.from(bounds));
        let most = -Infinity;
        for (let x = 0; x <= bounds[0]; x++)
          for (let y = 0; y <= bounds[1]; y++) {
            const z = x + y - sum;
            if (z >= 0 && z <= bounds[2]) most = Math.max(most, weights[0] * x + weights[1] * y + weights[2] * z);
          }
        const found = solution === null ? -Infinity : greatest(solution, Float64Array.from(weights)).sum;
        expect(found === most || Math.abs(found - most) < 1e-9).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
