import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDesign, type Design } from "../../stats/design.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { difference } from "../../stats/estimators/difference.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { share } from "../../stats/estimators/share.ts";
import { linearisedMean } from "../../stats/linearised/linearisedMean.ts";
import { holm } from "../../stats/multiplicity/holm.ts";
import { calendarPeriods } from "../../stats/trends/calendarPeriods.ts";
import { changeBetween, changesSince, type EstimatedChange } from "../../stats/trends/change.ts";
import { periodSums, type PeriodSums, type Tracked } from "../../stats/trends/periodSums.ts";
import { series } from "../../stats/trends/series.ts";
import { createTimeAxis } from "../../stats/trends/timeAxis.ts";
import { trends, type StretchTrend, type Trend } from "../../stats/trends/trends.ts";
import { singleWindows, stretches, trailingWindows, type Window } from "../../stats/trends/windows.ts";

const days = 6;
const everyWindow = { fewest: 1 };

/** Answers over six days, with gaps of every kind; each row a respondent or a few alike. */
const files = fc.array(
  fc.record({
    day: fc.integer({ min: -1, max: days - 1 }),
    answer: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 1 }) }, fc.constant(Number.NaN)),
    score: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 21 }) }, fc.constant(Number.NaN)),
    weight: fc.oneof(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.constant(0)),
    frequency: fc.integer({ min: 1, max: 3 }),
    stratum: fc.integer({ min: 0, max: 1 }),
    cluster: fc.integer({ min: 0, max: 4 }),
    isIn: fc.boolean(),
    sex: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 12, maxLength: 90 },
);
type Row = typeof files extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;
type File = readonly Row[];

/** The ways in which respondents can be drawn. */
const drawings = ["simple", "strata", "clusters", "nested", "calibrated"] as const;
type Drawing = (typeof drawings)[number];

function designOf(file: File, drawing: Drawing): Design {
  const column = (read: (row: Row) => number): Int32Array => Int32Array.from(file, read);
  return createDesign({
    rows: file.length,
    weights: Float64Array.from(file, ({ weight }) => weight),
    frequencies: Float64Array.from(file, ({ frequency }) => frequency),
    strata: drawing === "strata" || drawing === "nested" ? column(({ stratum }) => stratum) : null,
    clusters: drawing === "clusters" || drawing === "nested" ? column(({ cluster }) => cluster) : null,
    calibration:
      drawing === "calibrated"
        ? { margins: [{ codes: column(({ sex }) => sex), categories: 2 }], baseWeights: null }
        : null,
  });
}

function domainOf(file: File): Uint8Array {
  return Uint8Array.from(file, ({ isIn }) => Number(isIn));
}

function followed(file: File, statistic: "share" | "mean", design: Design): PeriodSums {
  const axis = createTimeAxis({ codes: Int8Array.from(file, ({ day }) => day), categories: days }, design);
  return periodSums({ values: valuesOf(file, statistic), statistic, domain: domainOf(file), breaks: [] }, axis);
}

function valuesOf(file: File, statistic: "share" | "mean"): Float64Array {
  return Float64Array.from(file, ({ answer, score }) => (statistic === "share" ? answer : score));
}

function inWindow(file: File, { from, to }: Window): Uint8Array {
  return Uint8Array.from(file, ({ day, isIn }) => Number(isIn && from <= day && day <= to));
}

function expectNear(got: number | null | undefined, wanted: number | null | undefined, scale = 1): void {
  if (typeof wanted !== "number" || typeof got !== "number") expect(got).toBe(wanted);
  else expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-7 * Math.max(scale, Math.abs(wanted)));
}

function expectSame(got: Estimate, wanted: Estimate): void {
  if (got.kind !== "estimate" || wanted.kind !== "estimate") {
    expect(got).toEqual(wanted);
    return;
  }
  expectNear(got.value, wanted.value);
  expectNear(got.standardError, wanted.standardError);
  expect(got.n).toBe(wanted.n);
  expectNear(got.weightedBase, wanted.weightedBase);
  expect(got.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
}

/** What has a value without an interval is a gap, too. */
function expectSameReason({ reason, n }: { reason: string; n: number }, wanted: Estimate): void {
  if (wanted.kind === "not-estimable") expect([reason, n]).toEqual([wanted.reason, wanted.n]);
  else expect([reason, wanted.interval]).toEqual(["n-too-small", null]);
}

/** The interval says what the test says. */
function expectAgreement({ estimate: { interval }, pValue }: EstimatedChange): void {
  if (interval === null || Math.abs(pValue - 0.05) < 1e-9) return;
  expect(interval.lower > 0 || interval.upper < 0).toBe(pValue < 0.05);
}

describe("series()", () => {
  test.each(drawings)("estimates every window as the estimators do for it as a domain: %s", (drawing) => {
    fc.assert(
      fc.property(files, (file) => {
        const design = designOf(file, drawing);
        for (const statistic of ["share", "mean"] as const) {
          const estimator = statistic === "share" ? share : mean;
          const windows = [...singleWindows(days), ...trailingWindows(days, 3)];
          for (const point of series(followed(file, statistic, design), windows, everyWindow)) {
            const wanted = estimator(valuesOf(file, statistic), design, inWindow(file, point.window));
            if (point.kind === "point") expectSame(point.estimate, wanted);
            else expectSameReason(point, wanted);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on the scale of weights or the order of rows, and frequencies are respondents", () => {
    fc.assert(
      fc.property(files, fc.double({ min: 0.01, max: 100, noNaN: true }), (file, factor) => {
        const found = (of: File) =>
          series(followed(of, "mean", designOf(of, "nested")), trailingWindows(days, 2), everyWindow);
        const wanted = found(file);
        const others = [
          found(file.map((row) => ({ ...row, weight: row.weight * factor }))),
          found([...file].reverse()),
          found(file.flatMap((row) => Array.from({ length: row.frequency }, () => ({ ...row, frequency: 1 })))),
        ];
        for (const other of others) {
          for (const [place, point] of other.entries()) {
            const before = wanted[place];
            expect(point.kind).toBe(before?.kind);
            if (point.kind !== "point" || before?.kind !== "point") continue;
            expectNear(point.estimate.value, before.estimate.value);
            expectNear(point.estimate.standardError, before.estimate.standardError);
            expectNear(point.kishSize, before.kishSize);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("keeps its digits where the mean is a million times the spread", () => {
    const rows = 40;
    const values = Float64Array.from({ length: rows }, (_, row) => 1e9 + (row % 4));
    const axis = createTimeAxis({ codes: new Int8Array(rows), categories: 1 }, createDesign({ rows }));
    const [point] = series(periodSums({ values, statistic: "mean", domain: null, breaks: [] }, axis), singleWindows(1));
    const wanted = mean(values, createDesign({ rows }), null);
    if (point?.kind !== "point" || wanted.kind !== "estimate") throw new Error("Forty answers are enough");
    expect(point.estimate.standardError).toBeCloseTo(wanted.standardError ?? 0, 7);
  });

  test("leaves a gap where nobody or too few answered, and where the question changed on the way", () => {
    const codes = Int8Array.from({ length: 93 }, (_, row) => (row < 40 ? 0 : row < 69 ? 1 : row < 93 ? 3 : 4));
    const values = Float64Array.from(codes, (_, row) => row % 2);
    const axis = createTimeAxis({ codes, categories: 5 }, createDesign({ rows: codes.length }));
    const breaks = [{ at: 3, reason: "wording" as const }];
    const of = periodSums({ values, statistic: "share", domain: null, breaks }, axis);
    const places = (windows: Window[]) => series(of, windows).map((each) => ("reason" in each ? each.reason : "point"));
    expect(places(singleWindows(5))).toEqual(["point", "n-too-small", "no-data", "n-too-small", "no-data"]);
    expect(places(trailingWindows(5, 2))).toEqual(["point", "n-too-small", "crosses-break", "n-too-small"]);
    const [pooled] = series(of, [{ from: 0, to: 2 }]);
    expect(pooled).toMatchObject({ kind: "point", answeredPeriods: 2, estimate: { n: 69 } });
  });
});

describe("changeBetween()", () => {
  test.each(drawings)("has the value and the joint error of the difference of two domains: %s", (drawing) => {
    fc.assert(
      fc.property(files, (file) => {
        const design = designOf(file, drawing);
        const [from, to] = [
          { from: 0, to: 1 },
          { from: 3, to: 5 },
        ];
        for (const statistic of ["share", "mean"] as const) {
          const change = changeBetween(followed(file, statistic, design), { from, to }, everyWindow);
          if (change.kind !== "change") continue;
          const [earlier, later] = [from, to].map((window) =>
            linearisedMean(valuesOf(file, statistic), design, inWindow(file, window)),
          );
          if (earlier === undefined || later === undefined || earlier === null || later === null)
            throw new Error("Both windows have answers");
          expectSame(change.estimate, difference({ of: later, from: earlier }, design));
          expectNear(change.z, change.estimate.value / change.estimate.standardError);
          expectAgreement(change);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is the opposite the other way round", () => {
    fc.assert(
      fc.property(files, (file) => {
        const of = followed(file, "mean", designOf(file, "clusters"));
        const [one, other] = [
          { from: 0, to: 2 },
          { from: 3, to: 5 },
        ];
        const there = changeBetween(of, { from: one, to: other }, everyWindow);
        const back = changeBetween(of, { from: other, to: one }, everyWindow);
        expect(back.kind).toBe(there.kind);
        if (there.kind !== "change" || back.kind !== "change") return;
        expectNear(back.estimate.value, -there.estimate.value);
        expectNear(back.pValue, there.pValue);
      }),
    );
  });

  const rows = 200;
  const codes = Int8Array.from({ length: rows }, (_, row) => row % 4);
  const alternating = Float64Array.from({ length: rows }, (_, row) => Number(row % 8 > 3));
  const of = (values: Float64Array, parts: Partial<Design> = {}, breaks: Tracked["breaks"] = []): PeriodSums =>
    periodSums(
      { values, statistic: "mean", domain: null, breaks },
      createTimeAxis({ codes, categories: 4 }, createDesign({ rows, ...parts })),
    );
  const between = { from: { from: 0, to: 1 }, to: { from: 2, to: 3 } };

  test("refuses windows that overlap, and those on two sides of a break", () => {
    const overlapping = { from: { from: 0, to: 2 }, to: { from: 1, to: 3 } };
    expect(changeBetween(of(alternating), overlapping)).toMatchObject({ reason: "windows-overlap" });
    const broken = of(alternating, {}, [{ at: 2, reason: "weighting" }]);
    expect(changeBetween(broken, between)).toMatchObject({ reason: "crosses-break" });
    expect(changeBetween(of(alternating), between)).toMatchObject({ kind: "change", estimate: { n: rows } });
  });

  test("refuses what looks free of error: everybody alike, or a window in a single cluster", () => {
    const byWindow = Float64Array.from(codes, (day) => Number(day > 1));
    expect(changeBetween(of(byWindow), between)).toMatchObject({ reason: "no-variance" });
    const clusters = Int32Array.from(codes, (day) => day >> 1);
    expect(changeBetween(of(alternating, { clusters }), between)).toMatchObject({ reason: "n-too-small" });
  });

  test("since a week ago compares days that share nobody", () => {
    const weeks = Int8Array.from({ length: 800 }, (_, row) => row % 16);
    const values = Float64Array.from({ length: 800 }, (_, row) => Number(row % 3 === 0));
    const axis = createTimeAxis({ codes: weeks, categories: 16 }, createDesign({ rows: 800 }));
    const sums = periodSums({ values, statistic: "share", domain: null, breaks: [] }, axis);
    const found = changesSince(sums, { windows: trailingWindows(16), periodsAgo: 7 });
    expect(found.changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["change", { from: 0, to: 6 }, { from: 7, to: 13 }],
      ["change", { from: 1, to: 7 }, { from: 8, to: 14 }],
      ["change", { from: 2, to: 8 }, { from: 9, to: 15 }],
    ]);
    const pValues = found.changes.map((change) => (change.kind === "change" ? change.pValue : Number.NaN));
    expect(found.adjustedPValues).toEqual(holm(Float64Array.from(pValues)));
  });
});

describe("stretches()", () => {
  test("are all periods, each once, none across a break", () => {
    expect(stretches(10, [])).toEqual([{ from: 0, to: 9 }]);
    const breaks = [7, 3, 3, 0, 12].map((at) => ({ at, reason: "mode" as const }));
    expect(stretches(10, breaks)).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 6 },
      { from: 7, to: 9 },
    ]);
  });
});

describe("trends()", () => {
  type Item = Pick<Tracked, "values" | "statistic"> & { breaks?: Tracked["breaks"] };
  const trendsOf = ({ breaks = [], ...item }: Item, codes: Int16Array, design: Partial<Design> = {}) =>
    trends(
      { ...item, breaks, domain: null },
      createTimeAxis({ codes, categories: 1 + Math.max(...codes) }, createDesign({ rows: codes.length, ...design })),
    );
  const onlyTrend = (found: StretchTrend[]): Trend => {
    const [first] = found;
    if (first?.kind !== "trend" || found.length > 1) throw new Error(`No single trend: ${JSON.stringify(found)}`);
    return first;
  };
  /** Twenty a day for thirty days; with more and more ones, or as many as ever. */
  const codes = Int16Array.from({ length: 600 }, (_, row) => row % 30);
  const rising = Float64Array.from(codes, (day, row) => Number((row * 7919) % 100 < 20 + day));
  const level = Float64Array.from(codes, (_, row) => Number((row * 7919) % 100 < 35));

  test("finds a rise where there is one, and none where there is none", () => {
    const found = onlyTrend(trendsOf({ values: rising, statistic: "share" }, codes));
    expect(found.regression.coefficients[1]?.test?.pValue).toBeLessThan(1e-4);
    expect(found.perPeriod.value).toBeCloseTo(0.01, 2);
    expect(found.perPeriod.interval.lower).toBeGreaterThan(0);
    expect(found.overall).toMatchObject({ from: 0, to: 29 });
    expect(found.overall.value).toBeCloseTo(29 * found.perPeriod.value, 1);
    expect(found.curved).toMatchObject({ kind: "curved", test: { kind: "wald", numerator: 1 } });
    const none = onlyTrend(trendsOf({ values: level, statistic: "share" }, codes));
    expect(none.regression.coefficients[1]?.test?.pValue).toBeGreaterThan(0.05);
  });

  test("of a mean is the slope times the time", () => {
    const scores = Float64Array.from(rising, (value, row) => 10 * value + (row % 7));
    const { regression, perPeriod, overall } = onlyTrend(trendsOf({ values: scores, statistic: "mean" }, codes));
    const slope = regression.coefficients[1];
    expectNear(perPeriod.value, slope?.value);
    expectNear(perPeriod.standardError, slope?.standardError);
    expectNear(perPeriod.interval.upper, slope?.interval.upper);
    expectNear(overall.value, 29 * (slope?.value ?? 0));
    expectNear(overall.standardError, 29 * (slope?.standardError ?? 0));
  });

  test("is the same whenever time is counted from, and the opposite of that of the opposite", () => {
    const weights = Float64Array.from(codes, (_, row) => 0.5 + (row % 5));
    for (const [statistic, opposite] of [
      ["share", (value: number) => 1 - value],
      ["mean", (value: number) => 3 - value],
    ] as const) {
      const wanted = onlyTrend(trendsOf({ values: rising, statistic }, codes, { weights }));
      const later = codes.map((day) => day + 300);
      const others = [
        { factor: 1, found: trendsOf({ values: rising, statistic }, later, { weights }) },
        { factor: -1, found: trendsOf({ values: rising.map(opposite), statistic }, codes, { weights }) },
        {
          factor: -1,
          found: trendsOf(
            { values: rising, statistic },
            codes.map((day) => 29 - day),
            { weights },
          ),
        },
      ];
      for (const { factor, found } of others) {
        const { perPeriod, overall } = onlyTrend(found);
        expectNear(perPeriod.value, factor * wanted.perPeriod.value);
        expectNear(perPeriod.standardError, wanted.perPeriod.standardError);
        expectNear(overall.value, factor * wanted.overall.value);
        expectNear(overall.standardError, wanted.overall.standardError);
      }
    }
  });

  test("of a share errs as its line does when the coefficients move", () => {
    const { regression, overall, perPeriod } = onlyTrend(trendsOf({ values: rising, statistic: "share" }, codes));
    const [intercept, slope] = regression.coefficients.map(({ value }) => value);
    const shareAt = (a: number, b: number, day: number): number => 1 / (1 + Math.exp(-a - b * day));
    const overallOf = (a: number, b: number): number => shareAt(a, b, 29) - shareAt(a, b, 0);
    const perPeriodOf = (a: number, b: number): number =>
      codes.reduce((sum, day) => sum + (b * shareAt(a, b, day) * (1 - shareAt(a, b, day))) / codes.length, 0);
    for (const [of, line] of [
      [overallOf, overall],
      [perPeriodOf, perPeriod],
    ] as const) {
      const at = (a: number, b: number): number => of((intercept ?? 0) + a, (slope ?? 0) + b);
      expectNear(line.value, at(0, 0));
      const step = 1e-5;
      const byIntercept = (at(step, 0) - at(-step, 0)) / (2 * step);
      const bySlope = (at(0, step) - at(0, -step)) / (2 * step);
      const [first = 0, both = 0, , second = 0] = regression.covariance;
      const variance = byIntercept ** 2 * first + 2 * byIntercept * bySlope * both + bySlope ** 2 * second;
      expect(line.standardError / Math.sqrt(variance)).toBeCloseTo(1, 6);
    }
  });

  test("does not take a new wording for a rise: each side of a break has a trend of its own", () => {
    const values = level.map((value, row) => Number(value === 1 || ((codes[row] ?? 0) >= 15 && row % 2 === 0)));
    const asOne = onlyTrend(trendsOf({ values, statistic: "share" }, codes));
    expect(asOne.regression.coefficients[1]?.test?.pValue).toBeLessThan(0.001);
    const breaks = [{ at: 15, reason: "wording" as const }];
    const apart = trendsOf({ values, statistic: "share", breaks }, codes);
    expect(apart.map(({ within }) => within)).toEqual(stretches(30, breaks));
    for (const each of apart) expect(onlyTrend([each]).regression.coefficients[1]?.test?.pValue).toBeGreaterThan(0.05);
  });

  test("sees a bend", () => {
    const values = Float64Array.from(codes, (day, row) => (day - 15) ** 2 / 10 + (row % 7));
    const { curved } = onlyTrend(trendsOf({ values, statistic: "mean" }, codes));
    expect(curved).toMatchObject({ kind: "curved", test: { kind: "wald" } });
    expect(curved.kind === "curved" && curved.test.kind === "wald" ? curved.test.pValue : 1).toBeLessThan(1e-10);
  });

  test("says why there is none, stretch by stretch", () => {
    const reasons = (item: Item, days = codes): unknown[] =>
      trendsOf(item, days).map((each) => (each.kind === "trend" ? each.kind : each.reason));
    expect(
      reasons(
        { values: level, statistic: "share" },
        codes.map(() => 3),
      ),
    ).toEqual(["collinear"]);
    expect(reasons({ values: level.map(() => 1), statistic: "share" })).toEqual(["outcome-constant"]);
    const values = level.map((value, row) => ((codes[row] ?? 0) < 10 ? Number.NaN : value));
    expect(reasons({ values, statistic: "share", breaks: [{ at: 10, reason: "mode" }] })).toEqual(["no-data", "trend"]);
  });
});

describe("calendarPeriods()", () => {
  test("gives days on which nobody answered a number, too", () => {
    const found = calendarPeriods({ days: ["2020-02-28", "2020-03-01"], day: Int32Array.of(1, 0, -1) });
    expect(found).toEqual({
      codes: Int32Array.of(2, 0, -1),
      categories: 3,
      days: ["2020-02-28", "2020-02-29", "2020-03-01"],
    });
    expect(calendarPeriods({ days: [], day: new Int32Array(0) })).toMatchObject({ categories: 0, days: [] });
  });

  test("refuses what is no day, and days out of order", () => {
    const number = (...days: string[]) => calendarPeriods({ days, day: new Int32Array(0) });
    expect(() => number("2021-02-29")).toThrow(RangeError);
    expect(() => number("yesterday")).toThrow(RangeError);
    expect(() => number("2020-03-02", "2020-03-01")).toThrow(RangeError);
  });
});
