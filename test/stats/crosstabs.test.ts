import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnLetter } from "../../stats/crosstabs/columnLetter.ts";
import { columnTests, type ColumnTests } from "../../stats/crosstabs/columnTests.ts";
import { cramersV } from "../../stats/crosstabs/cramersV.ts";
import { crossTable } from "../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../stats/crosstabs/raoScott.ts";
import { wald } from "../../stats/crosstabs/wald.ts";
import { createDesign, type Design } from "../../stats/design.ts";
import { difference } from "../../stats/estimators/difference.ts";
import { linearisedMean } from "../../stats/linearised/linearisedMean.ts";

/** One respondent of a small file; -1 is no answer. */
interface Respondent {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
  readonly stratum: number;
  readonly cluster: number;
}

const respondents = fc.record({
  row: fc.integer({ min: -1, max: 2 }),
  column: fc.integer({ min: -1, max: 3 }),
  weight: fc.constantFrom(0, 0.3, 0.7, 1, 1.6, 3),
  stratum: fc.integer({ min: 0, max: 1 }),
  cluster: fc.integer({ min: 0, max: 7 }),
});
const files = fc.array(respondents, { minLength: 60, maxLength: 200 });
const kinds = fc.constantFrom("weighted", "stratified", "clustered");

function variablesOf(file: readonly Respondent[]) {
  return {
    rows: { codes: Int8Array.from(file, ({ row }) => row), categories: 3 },
    columns: { codes: Int8Array.from(file, ({ column }) => column), categories: 4 },
  };
}

function designOf(file: readonly Respondent[], kind: string): Design {
  return createDesign({
    rows: file.length,
    weights: Float64Array.from(file, ({ weight }) => weight),
    strata: kind === "weighted" ? null : Int32Array.from(file, ({ stratum }) => stratum),
    clusters: kind === "clustered" ? Int32Array.from(file, ({ cluster }) => cluster) : null,
    lonelyClusters: "adjust",
  });
}

/** All that is found in a table, as numbers; a reason where there are none. */
function found(file: readonly Respondent[], design: Design): unknown[] {
  return foundIn(variablesOf(file), design);
}

function foundIn(variables: Parameters<typeof crossTable>[0], design: Design): unknown[] {
  const table = occupiedTable(crossTable(variables, design));
  if (table.kind === "not-estimable") return [table.reason, table.n];
  const { value, biasCorrected } = cramersV(table);
  const corrected = raoScott(table);
  const distance = wald(table);
  return [
    value,
    biasCorrected,
    ...(corrected.kind === "not-estimable"
      ? [corrected.reason]
      : [corrected.secondOrder.statistic, corrected.secondOrder.p, corrected.firstOrder.p, corrected.meanDesignEffect]),
    ...(distance.kind === "not-estimable"
      ? [distance.reason]
      : [distance.wald.statistic, distance.wald.p, distance.adjusted.p]),
  ];
}

function expectAllNear(got: readonly unknown[], wanted: readonly unknown[]): void {
  expect(got).toHaveLength(wanted.length);
  for (const [place, value] of wanted.entries()) {
    const isNear =
      typeof value === "number"
        ? Math.abs(Number(got[place]) - value) <= 1e-7 * Math.max(1, Math.abs(value))
        : got[place] === value;
    expect(isNear, `${String(got[place])} for ${String(value)} at ${place}`).toBe(true);
  }
}

/** Respondents in given numbers for each cell, weight 1, each drawn by themself. */
function simpleFile(counts: readonly (readonly number[])[]): Respondent[] {
  return counts.flatMap((of, row) =>
    of.flatMap((count, column) =>
      Array.from({ length: count }, (_, place) => ({ row, column, weight: 1, stratum: 0, cluster: place })),
    ),
  );
}

function tableOf(counts: readonly (readonly number[])[]) {
  const file = simpleFile(counts);
  const categories = { rows: counts.length, columns: counts[0]?.length ?? 0 };
  const { rows, columns } = variablesOf(file);
  return crossTable(
    { rows: { ...rows, categories: categories.rows }, columns: { ...columns, categories: categories.columns } },
    designOf(file, "weighted"),
  );
}

describe("tests of a table", () => {
  test("do not depend on the scale of the weights, nor on the order of the rows", () => {
    fc.assert(
      fc.property(files, kinds, fc.double({ min: 0.01, max: 100, noNaN: true }), (file, kind, factor) => {
        const wanted = found(file, designOf(file, kind));
        const scaled = file.map((each) => ({ ...each, weight: each.weight * factor }));
        expectAllNear(found(scaled, designOf(scaled, kind)), wanted);
        const turned = file.toReversed();
        expectAllNear(found(turned, designOf(turned, kind)), wanted);
      }),
    );
  });

  test("are the same for the table on its side", () => {
    fc.assert(
      fc.property(files, kinds, (file, kind) => {
        const { rows, columns } = variablesOf(file);
        const design = designOf(file, kind);
        expectAllNear(foundIn({ rows: columns, columns: rows }, design), foundIn({ rows, columns }, design));
      }),
    );
  });

  test("are the same for cells with counts and for the rows they stand for", () => {
    fc.assert(
      fc.property(
        files,
        kinds,
        fc.array(fc.nat({ max: 3 }), { minLength: 200, maxLength: 200 }),
        (file, kind, counts) => {
          const frequencies = Float64Array.from(file, (_, row) => counts[row] ?? 0);
          const expanded = file.flatMap((each, row) => Array.from({ length: counts[row] ?? 0 }, () => each));
          const cells = createDesign({ ...designOf(file, kind), frequencies });
          expectAllNear(found(file, cells), found(expanded, designOf(expanded, kind)));
        },
      ),
    );
  });

  test("are the same from cells and row by row: a margin that everybody shares explains nothing", () => {
    fc.assert(
      fc.property(files, (file) => {
        const answered = file.map((each) => ({ ...each, weight: 1 }));
        const design = designOf(answered, "weighted");
        const everybody = { codes: new Int8Array(answered.length), categories: 1 };
        const calibrated = createDesign({ ...design, calibration: { margins: [everybody], baseWeights: null } });
        expectAllNear(found(answered, calibrated), found(answered, design));
      }),
    );
  });

  test("of a subgroup are those of a file in which nobody else answered", () => {
    fc.assert(
      fc.property(files, kinds, (file, kind) => {
        const domain = Uint8Array.from(file, ({ cluster }) => Number(cluster < 6));
        const design = designOf(file, kind);
        const silent = file.map((each) => (each.cluster < 6 ? each : { ...each, row: -1 }));
        expect(crossTable(variablesOf(file), design, domain)).toEqual(crossTable(variablesOf(silent), design));
      }),
    );
  });

  test("of a simple random sample are Pearson's, less one respondent", () => {
    const counts = [
      [30, 20, 10],
      [15, 25, 40],
    ];
    const table = occupiedTable(tableOf(counts));
    if (table.kind === "not-estimable") throw new Error("The table can be tested");
    const corrected = raoScott(table);
    if (corrected.kind === "not-estimable") throw new Error("The table can be tested");
    // By hand: expected counts 140 people, rows 60 and 80, columns 45, 45 and 50.
    const expected = [
      [(60 * 45) / 140, (60 * 45) / 140, (60 * 50) / 140],
      [(80 * 45) / 140, (80 * 45) / 140, (80 * 50) / 140],
    ];
    const pearson = counts
      .flatMap((of, row) => of.map((count, column) => [count, expected[row]?.[column] ?? 0] as const))
      .reduce((sum, [count, independent]) => sum + (count - independent) ** 2 / independent, 0);
    expect(corrected.meanDesignEffect).toBeCloseTo(140 / 139, 10);
    expect(corrected.firstOrder.statistic).toBeCloseTo((pearson * 139) / 140, 9);
    expect(corrected.firstOrder.degreesOfFreedom).toBe(2);
    expect(corrected.secondOrder.statistic).toBeCloseTo((pearson * 139) / 140 / 2, 9);
    expect(corrected.secondOrder.numeratorDegreesOfFreedom).toBeCloseTo(2, 9);
    expect(cramersV(table).value).toBeCloseTo(Math.sqrt(pearson / 140), 10);
    const excess = pearson / 140 - 2 / 139;
    expect(cramersV(table).biasCorrected).toBeCloseTo(Math.sqrt(excess / (2 - 1 / 139 - 1)), 10);
  });

  test("leave out rows and columns nobody is in, and name them", () => {
    const full = occupiedTable(
      tableOf([
        [30, 20],
        [15, 25],
      ]),
    );
    const gappy = occupiedTable(
      tableOf([
        [30, 0, 20],
        [0, 0, 0],
        [15, 0, 25],
      ]),
    );
    if (full.kind === "not-estimable" || gappy.kind === "not-estimable") throw new Error("Both can be tested");
    expect(gappy).toEqual({ ...full, emptyRows: [1], emptyColumns: [1] });
    expect(raoScott(gappy)).toEqual(raoScott(full));
  });

  test("say why there are none", () => {
    const reasons = (counts: readonly (readonly number[])[]): unknown => {
      const table = occupiedTable(tableOf(counts));
      if (table.kind === "not-estimable") return table.reason;
      const results = [raoScott(table), wald(table)];
      return results.map((each) => (each.kind === "not-estimable" ? each.reason : each.kind));
    };
    expect(reasons([[0, 0]])).toBe("no-data");
    expect(reasons([[10, 20], [0, 0]])).toBe("table-degenerate"); // prettier-ignore
    expect(reasons([[10, 0], [20, 0]])).toBe("table-degenerate"); // prettier-ignore
    // Three cells for the four contrasts that independence fixes.
    expect(reasons([[9, 0, 0], [0, 8, 0], [0, 0, 7]])).toEqual(["table-degenerate", "no-variance"]); // prettier-ignore
    // Everything goes together, whoever is drawn.
    expect(reasons([[20, 0], [0, 20]])).toEqual(["no-variance", "no-variance"]); // prettier-ignore
  });

  test("need more clusters than contrasts for Wald's, and two in each stratum for any", () => {
    const file = simpleFile([
      [4, 9, 3],
      [7, 2, 5],
      [6, 5, 8],
    ]).map((each, place) => ({ ...each, cluster: place % 4 }));
    const clustered = createDesign({ rows: file.length, clusters: Int32Array.from(file, ({ cluster }) => cluster) });
    const table = occupiedTable(crossTable(variablesOf(file), clustered));
    if (table.kind === "not-estimable") throw new Error("The table can be tested");
    expect(raoScott(table).kind).toBe("rao-scott");
    expect(wald(table)).toEqual({ kind: "not-estimable", reason: "n-too-small", n: file.length });
    const strata = Int32Array.from(file, ({ cluster }) => Number(cluster === 3));
    const lonely = occupiedTable(crossTable(variablesOf(file), createDesign({ ...clustered, strata })));
    if (lonely.kind === "not-estimable") throw new Error("The table has rows and columns");
    expect(raoScott(lonely)).toEqual({ kind: "not-estimable", reason: "lonely-psu", n: file.length, stratum: 1 });
    expect(cramersV(lonely)).toEqual(cramersV(table));
  });
});

describe("columnTests()", () => {
  function tested(result: ReturnType<typeof columnTests>): ColumnTests {
    if (result.kind === "not-estimable") throw new Error(result.reason);
    return result;
  }

  test("finds what difference() finds between two subgroups", () => {
    fc.assert(
      fc.property(files, kinds, (file, kind) => {
        const twice = [...file, ...file, ...file, ...file].map((each, place) => ({ ...each, cluster: place % 16 }));
        const design = designOf(twice, kind);
        const variables = variablesOf(twice);
        const { pairs } = tested(columnTests(crossTable(variables, design), 1, { adjustment: "none" }));
        const holds = Float64Array.from(twice, ({ row }) => (row < 0 ? Number.NaN : Number(row === 1)));
        for (const { first, second, difference: found, test: pairTest } of pairs) {
          const [of, from] = [first, second].map((column) =>
            linearisedMean(
              holds,
              design,
              Uint8Array.from(twice, (each) => Number(each.column === column)),
            ),
          );
          const wanted = of && from ? difference({ of, from }, design) : null;
          const standardError = pairTest.kind === "t-test" ? pairTest.standardError : 0;
          expectAllNear(
            [found, standardError],
            wanted?.kind === "estimate" ? [wanted.value, wanted.standardError] : ["an estimate"],
          );
        }
      }),
    );
  });

  test("prints the letter of a lower column on a higher one", () => {
    // By hand: 40, 20 and 22 of 60; each variance is p (1 - p) / 60, times 180/179 for one stratum of 180 clusters.
    const { columns, pairs, degreesOfFreedom } = tested(
      columnTests(
        tableOf([
          [20, 40, 38],
          [40, 20, 22],
        ]),
        1,
      ),
    );
    expect(degreesOfFreedom).toBe(179);
    expect(columns.map((each) => (each.kind === "tested-column" ? each.isHigherThan.map(columnLetter) : []))).toEqual([
      ["B", "C"],
      [],
      [],
    ]);
    const [pair] = pairs;
    if (pair?.test.kind !== "t-test") throw new Error("The columns can be compared");
    expect(pair.difference).toBeCloseTo(1 / 3, 12);
    expect(pair.test.standardError).toBeCloseTo(Math.sqrt(((180 / 179) * (4 / 9)) / 60), 12);
    expect(pair.test.adjustedP).toBeCloseTo(pair.test.p * 3, 12);
  });

  test("follows its columns when they are listed otherwise", () => {
    fc.assert(
      fc.property(files, kinds, (file, kind) => {
        const twice = [...file, ...file, ...file];
        const turned = twice.map((each) => ({ ...each, column: each.column < 0 ? -1 : 3 - each.column }));
        const one = columnTests(crossTable(variablesOf(twice), designOf(twice, kind)), 0);
        const other = columnTests(crossTable(variablesOf(turned), designOf(turned, kind)), 0);
        const lettersOf = (each: ColumnTests["columns"][number]): unknown =>
          each.kind === "tested-column" ? each.isHigherThan : each.reason;
        const back = (letters: unknown): unknown =>
          Array.isArray(letters) ? letters.map((column) => 3 - Number(column)).toReversed() : letters;
        expect(tested(other).columns.map(lettersOf).toReversed().map(back)).toEqual(tested(one).columns.map(lettersOf));
      }),
    );
  });

  test("marks columns of fewer than 30 instead of testing them, and does not count them among the tests", () => {
    const { columns, pairs } = tested(
      columnTests(
        tableOf([
          [20, 40, 28, 0],
          [40, 20, 1, 0],
        ]),
        1,
      ),
    );
    expect(columns.slice(2)).toEqual([
      { kind: "not-estimable", reason: "n-too-small", n: 29 },
      { kind: "not-estimable", reason: "no-data", n: 0 },
    ]);
    expect(pairs).toHaveLength(1);
    const [only] = pairs;
    expect(only?.test).toMatchObject({ kind: "t-test", adjustedP: only?.test.kind === "t-test" ? only.test.p : 1 });
  });

  test("does not compare columns that are of one mind", () => {
    const { pairs } = tested(
      columnTests(
        tableOf([
          [0, 0, 20],
          [40, 30, 20],
        ]),
        1,
      ),
    );
    expect(pairs.map(({ test: each }) => each.kind)).toEqual(["not-estimable", "t-test", "t-test"]);
    expect(pairs[0]?.test).toEqual({ kind: "not-estimable", reason: "no-variance", n: 70 });
  });

  test("takes an option of several as an item of its own, among those who were asked", () => {
    const file = simpleFile([
      [20, 40],
      [40, 20],
    ]);
    const ticks = Int8Array.from(file, ({ row }) => row);
    const asked = [...file, ...file.slice(0, 50)];
    const codes = Int8Array.from(asked, (_, place) => ticks[place] ?? -1);
    const { columns } = variablesOf(asked);
    const table = crossTable({ rows: { codes, categories: 2 }, columns }, createDesign({ rows: asked.length }));
    expect(tested(columnTests(table, 1)).columns.map(({ n }) => n)).toEqual([60, 60, 0, 0]);
    const nobody = crossTable(
      { rows: { codes: codes.map((code) => Math.min(code, 0)), categories: 2 }, columns },
      createDesign({ rows: asked.length }),
    );
    expect(tested(columnTests(nobody, 1)).pairs[0]?.test).toMatchObject({ reason: "no-variance" });
  });

  test("refuses a row that the table does not have", () => {
    expect(() => columnTests(tableOf([[30, 30]]), 1)).toThrow(RangeError);
  });
});

describe("columnLetter()", () => {
  test("goes on after Z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});
