import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDay,
  formatDifference,
  formatInterval,
  formatMean,
  formatNumber,
  formatPValue,
  formatShare,
  formatShortDay,
} from "../../charts/format.ts";

const many = { language: "en", n: 28_540 } as const;
const few = { language: "zh-CN", n: 60 } as const;

describe("formatShare", () => {
  test.each([
    [0.2734, many, "27.3%"],
    [0.2735, few, "27%"],
    [0, many, "0.0%"],
    [1, many, "100.0%"],
    [0, few, "0%"],
    [1, few, "100%"],
  ])("writes %d with decimals that fit the number of answers", (share, style, written) => {
    expect(formatShare(share, style)).toBe(written);
  });

  test.each([
    [0.0004, many, "<0.1%"],
    [0.9999, many, ">99.9%"],
    [0.004, few, "<1%"],
    [0.998, few, ">99%"],
    [0.0005, many, "0.1%"],
  ])("does not write %d as nothing or everything", (share, style, written) => {
    expect(formatShare(share, style)).toBe(written);
  });
});

describe("formatInterval", () => {
  const interval = { lower: 0.26783, upper: 0.2788, level: 0.95, method: "korn-graubard" } as const;

  test("writes both ends of a share as percentages", () => {
    expect(formatInterval(interval, "share", many)).toBe("26.8%–27.9%");
  });

  test("writes both ends of a mean as numbers", () => {
    expect(formatInterval({ ...interval, lower: 4.707, upper: 4.8199 }, "mean", many)).toBe("4.71–4.82");
  });
});

describe("formatCount, formatMean and formatNumber", () => {
  test("group thousands in both languages, also of four digits", () => {
    expect(formatCount(28_540, "zh-CN")).toBe("28,540");
    expect(formatCount(1_000, "en")).toBe("1,000");
  });

  test("give a mean two decimals and other numbers as few as they need", () => {
    expect(formatMean(4.7636, "en")).toBe("4.76");
    expect(formatMean(-1, "en")).toBe("-1.00");
    expect(formatNumber(2.5, "zh-CN")).toBe("2.5");
    expect(formatNumber(60, "en")).toBe("60");
  });
});

describe("formatDifference", () => {
  test("is in points for shares, with a sign only where it is asked for or needed", () => {
    expect(formatDifference(0.1234, "share", { language: "en" })).toBe("12.3");
    expect(formatDifference(-0.1234, "share", { language: "zh-CN" })).toBe("−12.3");
    expect(formatDifference(0.1234, "share", { language: "en", plus: "+" })).toBe("+12.3");
    expect(formatDifference(-0.456, "mean", { language: "en", plus: "+" })).toBe("−0.46");
  });

  test("gives nothing no sign", () => {
    expect(formatDifference(-0.0002, "share", { language: "en", plus: "+" })).toBe("0.0");
  });
});

describe("formatPValue", () => {
  test.each([
    [0.0002, "p < 0.001"],
    [0.00314, "p = 0.0031"],
    [0.0316, "p = 0.032"],
    [0.72, "p = 0.72"],
    [0.997, "p > 0.99"],
  ])("writes %d as %s", (pValue, written) => {
    expect(formatPValue(pValue, "en")).toBe(written);
  });
});

describe("formatDay and formatShortDay", () => {
  test.each([
    ["2020-01-30", "zh-CN", ["2020年1月30日", "1月30日"]],
    ["2020-01-30", "en", ["30 January 2020", "30 Jan"]],
    ["2020-02-29", "en", ["29 February 2020", "29 Feb"]],
  ] as const)("write %s in %s as a calendar day, whatever the machine's time zone", (day, language, written) => {
    expect([formatDay(day, language), formatShortDay(day, language)]).toEqual(written);
  });
});
