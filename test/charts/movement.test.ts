import { describe, expect, test } from "vitest";
import { bendInWords, changeInWords, trendInWords } from "../../charts/movement.ts";
import type { AnalysisChange, AnalysisTrend } from "../../server/analysis/analysisApi.ts";

type Found = Extract<AnalysisTrend, { kind: "trend" }>;

const within = { from: "2020-01-30", to: "2020-03-04" };
const english = { unit: "share", language: "en" } as const;
const chinese = { unit: "share", language: "zh-CN" } as const;

function trendOf(value: number, [lower, upper]: readonly [number, number], more: Partial<Found> = {}): Found {
  const interval = { lower, upper, level: 0.95, method: "student-t" } as const;
  const line = { value, standardError: (upper - lower) / 3.92, interval };
  const perDay = { ...line, value: value / 34 };
  const overall = { ...within, ...line };
  return {
    kind: "trend",
    within,
    model: "logistic",
    pValue: 1e-9,
    perDay,
    overall,
    bendPValue: 0.4,
    n: 28_540,
    ...more,
  };
}

describe("trendInWords", () => {
  test("says how far a line rose or fell, with interval, days and p", () => {
    const rise = trendOf(0.123, [0.101, 0.145]);
    expect(trendInWords(rise, english)).toBe(
      "Rose by 12.3 points (95% interval 10.1 to 14.5) from 30 January to 4 March; p < 0.001",
    );
    expect(trendInWords(rise, chinese)).toBe("1月30日至3月4日上升 12.3 个百分点（95% 区间 10.1 至 14.5）；p < 0.001");
    expect(trendInWords(trendOf(-0.032, [-0.053, -0.011], { pValue: 0.0031 }), english)).toBe(
      "Fell by 3.2 points (95% interval 1.1 to 5.3) from 30 January to 4 March; p = 0.0031",
    );
  });

  test("writes a mean in its own unit", () => {
    const fall = trendOf(-0.42, [-0.6, -0.24]);
    expect(trendInWords(fall, { unit: "mean", language: "en" })).toBe(
      "Fell by 0.42 (95% interval 0.24 to 0.60) from 30 January to 4 March; p < 0.001",
    );
  });

  test("says that none can be told, and what was found all the same", () => {
    const level = trendOf(0.004, [-0.011, 0.019], { pValue: 0.61 });
    expect(trendInWords(level, english)).toBe(
      "No trend can be told: +0.4 points (95% interval −1.1 to +1.9) from 30 January to 4 March; p = 0.61",
    );
    expect(trendInWords(level, chinese)).toContain("看不出趋势");
  });

  test("says why there is nothing to test", () => {
    const none: AnalysisTrend = { kind: "not-estimable", within, reason: "collinear", n: 40 };
    expect(trendInWords(none, english)).toBe(
      "No trend can be worked out from 30 January to 4 March: all answers are of one day",
    );
  });
});

describe("bendInWords", () => {
  test("speaks up where a straight line is too simple, and only there", () => {
    expect(bendInWords(trendOf(0.1, [0.08, 0.12], { bendPValue: 0.0004 }), english)).toContain("bends");
    expect(bendInWords(trendOf(0.1, [0.08, 0.12], { bendPValue: 0.06 }), english)).toBeNull();
    expect(bendInWords(trendOf(0.1, [0.08, 0.12], { bendPValue: null }), english)).toBeNull();
  });
});

describe("changeInWords", () => {
  const changeOf = (value: number, pValue: number): AnalysisChange => ({
    kind: "change",
    from: { from: "2020-02-26", to: "2020-02-26" },
    to: { from: "2020-03-04", to: "2020-03-04" },
    estimate: {
      kind: "estimate",
      statistic: "difference",
      value,
      standardError: 0.01,
      interval: { lower: value - 0.0196, upper: value + 0.0196, level: 0.95, method: "normal" },
      whyNoInterval: null,
      n: 1_600,
      weightedBase: 1_600,
      effectiveSampleSize: null,
      designEffect: null,
      degreesOfFreedom: 1_598,
      reliability: "present",
    },
    z: value / 0.01,
    pValue,
    smallestDetectable: 0.028,
  });

  test("says a change with its interval", () => {
    expect(changeInWords(changeOf(-0.05, 5.7e-7), english)).toBe(
      "−5.0 points (95% interval −7.0 to −3.0) since 26 February; p < 0.001",
    );
  });

  test("says of one that cannot be told how large one would have to be", () => {
    expect(changeInWords(changeOf(0.003, 0.76), english)).toBe(
      "+0.3 points (95% interval −1.7 to +2.3) since 26 February; p = 0.76. " +
        "No change can be told; one of 2.8 points would be noticed four times out of five",
    );
  });

  test("says why there is none", () => {
    const none = { kind: "not-estimable", reason: "crosses-break", n: 80 } as const;
    expect(changeInWords(none, english)).toBe("The wording changed in between: not to be compared");
  });
});
