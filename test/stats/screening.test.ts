import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDesign } from "../../stats/design.ts";
import { difference } from "../../stats/estimators/difference.ts";
import { needGap } from "../../stats/items/needGap.ts";
import { needQuadrants } from "../../stats/items/needQuadrants.ts";
import { linearisedMean } from "../../stats/linearised/linearisedMean.ts";
import { outcomeRates } from "../../stats/outcomes/outcomeRates.ts";
import { participationRates } from "../../stats/outcomes/participationRates.ts";
import { excluded } from "../../stats/quality/excluded.ts";
import { keepFirst } from "../../stats/quality/keepFirst.ts";
import { mahalanobis } from "../../stats/quality/mahalanobis.ts";
import { sameDevice } from "../../stats/quality/sameDevice.ts";
import { pageSpeed, relativeSpeed } from "../../stats/quality/speed.ts";
import {
  intraIndividualVariability,
  isLeastVaried,
  isStraightLine,
  longestRun,
} from "../../stats/quality/straightLining.ts";
import { fayHerriot, smoothedVariances } from "../../stats/smallAreas/fayHerriot.ts";

const none = Number.NaN;

describe("screening", () => {
  test("finds straight lines through gaps, and the least varied", () => {
    const items = [
      [3, 1, none],
      [none, 2, none],
      [3, 1, none],
      [3, 2, 4],
    ].map((item) => Float64Array.from(item));
    const runs = longestRun(items);
    expect(Array.from(runs)).toEqual([3, 1, 1]);
    expect(Array.from(isStraightLine(runs, { items: 4, share: 0.75 }))).toEqual([1, 0, 0]);
    const variability = intraIndividualVariability(items);
    expect(variability[0]).toBe(0);
    expect(variability[1]).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(variability[2]).toBeNaN();
    expect(Array.from(isLeastVaried(variability))).toEqual([1, 0, 0]);
  });

  test("finds those below a share of the median time, and marks nobody without a time", () => {
    const found = relativeSpeed(Float64Array.of(100, 39, none, 120));
    expect(found).toMatchObject({ median: 100, isTooFast: Uint8Array.of(0, 1, 0, 0) });
    expect(relativeSpeed(Float64Array.of(none))).toBeNull();
    const pages = pageSpeed([Float64Array.of(30, 3, 30), Float64Array.of(20, 2, none)]);
    expect(Array.from(pages.isTooFast)).toEqual([0, 1, 0]);
  });

  test("skips distances where items repeat one another", () => {
    const item = Float64Array.of(1, 2, 3, 5);
    expect(mahalanobis([item, item])).toEqual({ kind: "singular-covariance" });
  });

  test("keeps the earliest of a token, and everybody without one", () => {
    expect(Array.from(keepFirst(["a", null, "a", null], Float64Array.of(2, 1, 1, 1)))).toEqual([0, 1, 1, 1]);
  });

  test("holds for review answers of one device and alike within a day, and takes nobody out", () => {
    const devices = ["a", "a", "a", "b", null, "a", "a", null, "b"];
    const sex = { categories: 2, codes: Int8Array.of(0, 0, 0, 1, 0, 1, -1, 0, 1) };
    const starts = Float64Array.of(30, 0, 54, 5, 1, 31, 32, 2, none);
    const found = sameDevice({ devices, demographics: [sex], starts });
    expect(found.groups).toEqual([[0, 2]]);
    expect(Array.from(found.isToReview)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(sameDevice({ devices, demographics: [], starts }).groups).toEqual([[0, 5, 6, 2]]);
    expect(sameDevice({ devices, demographics: [sex], starts }, 30).groups).toEqual([[1, 0, 2]]);
  });

  test("holds for review the same answers in whatever order they stand", () => {
    const rows = fc.array(
      fc.record({
        device: fc.constantFrom("a", "b", null),
        sex: fc.integer({ min: -1, max: 1 }),
        start: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.constant(none)),
      }),
      { maxLength: 25 },
    );
    type Row = { device: string | null; sex: number; start: number };
    const review = (of: readonly Row[]): Uint8Array =>
      sameDevice({
        devices: of.map(({ device }) => device),
        demographics: [{ codes: Int8Array.from(of, ({ sex }) => sex), categories: 2 }],
        starts: Float64Array.from(of, ({ start }) => start),
      }).isToReview;
    fc.assert(
      fc.property(rows, (file) => {
        const found = review(file);
        expect(review([...file].reverse()).reverse()).toEqual(found);
        // By looking at every pair.
        const pairs = file.map((one, place) =>
          file.some(
            (other, otherPlace) =>
              place !== otherPlace &&
              one.device !== null &&
              one.device === other.device &&
              one.sex === other.sex &&
              Math.abs(one.start - other.start) <= 24,
          ),
        );
        expect(Array.from(found)).toEqual(pairs.map(Number));
      }),
    );
  });

  test("excludes who failed the attention check or was marked twice, and counts why", () => {
    const marks = new Map([
      ["speed", Uint8Array.of(1, 1, 0, 0)],
      ["straight-line", Uint8Array.of(1, 0, 0, 0)],
    ]);
    const { isExcluded, byReason } = excluded(new Map([["attention", Uint8Array.of(0, 0, 1, 0)]]), marks, 4);
    expect(Array.from(isExcluded)).toEqual([1, 0, 1, 0]);
    expect([...byReason]).toEqual([
      ["attention", 1],
      ["speed", 1],
      ["straight-line", 1],
    ]);
  });
});

describe("outcome rates", () => {
  test("rise from RR1 to RR5 as fewer of the unknown count, and are not rates without a base", () => {
    const counts = {
      complete: 50,
      partial: 5,
      refusal: 10,
      nonContact: 20,
      other: 1,
      unknownHousehold: 10,
      unknownOther: 4,
    };
    const values = outcomeRates({ ...counts, eligibleOfUnknown: 0.5 }).response.map((each) =>
      each.kind === "rate" ? each.value : none,
    );
    expect(values[0]).toBe(0.5);
    expect(values[4]).toBeGreaterThan(values[2] ?? 1);
    const nobody = { invited: 0, opened: 0, eligible: 0, started: 0, completed: 0, valid: 0 };
    expect(participationRates(nobody)).toMatchObject({
      completion: { kind: "not-estimable", reason: "zero-denominator" },
      response: { kind: "not-estimable", reason: "no-known-selection-probability" },
    });
  });
});

describe("need against satisfaction", () => {
  const rows = 40;
  const design = createDesign({ rows });
  const asked = (share: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => Number(row < share * rows));
  const rated = (score: number): Float64Array => new Float64Array(rows).fill(score);

  test("puts what many need and few find into priority, and ranks it first", () => {
    const gaps = [
      needGap({ need: asked(0.9), satisfaction: rated(1) }, design, null, { satisfiedIf: [4, 5] }),
      needGap({ need: asked(0.2), satisfaction: rated(5) }, design, null, { satisfiedIf: [4, 5] }),
      needGap({ need: asked(0), satisfaction: rated(5) }, design, null, { satisfiedIf: [4, 5] }),
    ];
    const found = needQuadrants(gaps);
    expect(found?.topics.map((topic) => topic?.quadrant ?? null)).toEqual(["priority", "possible-overkill", null]);
    expect(found?.byGap).toEqual([0, 1]);
    expect(gaps[2]?.satisfied).toMatchObject({ kind: "not-estimable", reason: "no-data" });
  });

  test("calls a topic unclear whose interval crosses a line", () => {
    const satisfaction = Float64Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 5 : 1));
    const gap = (share: number) => needGap({ need: asked(share), satisfaction }, design, null, { satisfiedIf: [4, 5] });
    expect(needQuadrants([gap(0.5), gap(0.55)])?.topics.every((topic) => topic?.isUnclear === true)).toBe(true);
  });
});

describe("a difference", () => {
  test("of two items of the same people knows that they go together", () => {
    const one = Float64Array.from({ length: 60 }, (_, row) => Number(row % 3 === 0));
    const other = Float64Array.from({ length: 60 }, (_, row) => Number(row % 3 === 0 || row % 10 === 1));
    const design = createDesign({ rows: 60 });
    const of = linearisedMean(other, design, null);
    const from = linearisedMean(one, design, null);
    if (of === null || from === null) throw new Error("nobody answered");
    const found = difference({ of, from }, design);
    const paired = other.map((value, row) => value - (one[row] ?? 0));
    const mean = paired.reduce((sum, value) => sum + value, 0) / 60;
    const spread = paired.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 59;
    expect(found.kind === "estimate" && found.standardError).toBeCloseTo(Math.sqrt(spread / 60), 12);
  });
});

describe("small areas", () => {
  test("lie between their own estimate and the mean, nearer to the mean the fewer answered", () => {
    const n = Float64Array.of(400, 40, 4, 0);
    const variances = smoothedVariances(n, { share: 0.3, designEffect: 1.5 });
    for (const method of ["paule-mandel", "dersimonian-laird", "reml"] as const) {
      const found = fayHerriot({ estimates: Float64Array.of(0.2, 0.5, 0.1, none), variances }, method);
      if (found.kind !== "areas") throw new Error(found.reason);
      const parts = found.areas.map(({ ownPart }) => ownPart);
      expect([...parts].sort((one, other) => other - one)).toEqual(parts);
      expect(found.areas[3]).toMatchObject({ value: found.mean, flag: "synthetic", ownPart: 0 });
      expect(found.areas[0]?.value).toBeGreaterThanOrEqual(0.2);
    }
  });

  test("cannot be told from a single one", () => {
    const found = fayHerriot({ estimates: Float64Array.of(0.2), variances: Float64Array.of(0.01) });
    expect(found).toEqual({ kind: "not-estimable", reason: "n-too-small", n: 1 });
  });
});
