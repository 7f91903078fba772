import { describe, expect, test } from "vitest";
import { describe as inWords } from "../../charts/describe.ts";
import { followedLines, type Noted } from "../../charts/figures/followedLines.ts";
import { followedIn } from "../../charts/followed.ts";
import { darkTheme, lightTheme } from "../../charts/theme.ts";
import { toChartJs } from "../../charts/toChartJs.ts";
import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { contrast } from "../support/colours.ts";
import { estimatesOf, readerOf } from "./estimated.ts";

const english = readerOf("en");
const drawing = { theme: lightTheme, language: "en", widthPx: 800 } as const;

/** The share of the first of two answers, given by so many of so many. */
function shareOf(yes: number, of: number): Estimate {
  const [share] = estimatesOf([yes, of - yes]);
  if (share === undefined) throw new Error("Two counts have two shares");
  return share;
}

/** Four days, the last of them with too few answers. */
const four = [shareOf(30, 100), shareOf(40, 100), shareOf(50, 100), shareOf(5, 9)];
const days = ["2020-02-01", "2020-02-02", "2020-02-03", "2020-02-04"];

function resultOf(
  estimates: AnalysisResult["estimates"],
  {
    every = "day",
    windows = days.map((day) => ({ from: day, to: day })),
  }: {
    every?: "day" | "7-days" | "week";
    windows?: AnalysisResult["windows"];
  } = {},
): Pick<AnalysisResult, "items" | "groups" | "estimates" | "trends" | "changes" | "windows" | "request" | "responses"> {
  return {
    items: [{ variable: null, value: null }],
    groups: [{ codes: [], labels: [] }],
    estimates,
    trends: null,
    changes: null,
    windows,
    responses: 309,
    request: {
      by: [],
      exclusions: "applied",
      interval: "korn-graubard",
      level: 0.95,
      also: [],
      adjustment: "holm",
      statistic: "share",
      every,
    },
  };
}

function figureOf(result: ReturnType<typeof resultOf>, noted: readonly Noted[] = []) {
  return followedLines(result, { title: "Heard of it", followed: followedIn(result, english), noted, language: "en" });
}

const rumour: Noted = { kind: "event", day: "2020-02-02", sign: "1", label: "Rumour" };
const newWording: Noted = { kind: "break", day: "2020-02-03", sign: "2", label: "Wording changed" };

describe("followedIn", () => {
  test("names lines by what tells them apart: answers, rows or groups", () => {
    const common = resultOf([[four], [four]]);
    const labelsOf = (result: Partial<AnalysisResult>) =>
      followedIn({ ...common, ...result }, english).map(({ label }) => label);
    const variable = { name: "heard", label: "Heard" };
    const value = (label: string) => ({ code: label, label });
    expect(
      labelsOf({
        items: [
          { variable, value: value("Yes") },
          { variable, value: value("No") },
        ],
      }),
    ).toEqual(["Yes", "No"]);
    const rows = ["local", "national"].map((name) => ({ variable: { name, label: name }, value: null }));
    expect(labelsOf({ items: rows })).toEqual(["local", "national"]);
    const ticks = ["masks", "food"].map((name) => ({ variable: { name, label: name }, value: value(name) }));
    expect(labelsOf({ items: ticks })).toEqual(["masks", "food"]);
    const groups = ["f", "m"].map((code) => ({ codes: [code], labels: [code] }));
    expect(labelsOf({ items: [{ variable, value: null }], groups, estimates: [[four, four]] })).toEqual(["f", "m"]);
    expect(labelsOf({ items: [{ variable: null, value: null }], estimates: [[four]] })).toEqual([""]);
  });
});

describe("followedLines", () => {
  test("has a gap where too few answered, and each point with its n", () => {
    const [line] = figureOf(resultOf([[four]])).series;
    expect(line?.points.map((point) => [point?.value, point?.n])).toEqual([
      [0.3, 100],
      [0.4, 100],
      [0.5, 100],
      [undefined, undefined],
    ]);
  });

  test("puts an event on its day and a break before it, and leaves out what is beyond the axis", () => {
    const late: Noted = { ...rumour, day: "2020-03-01" };
    const { times } = figureOf(resultOf([[four]]), [rumour, newWording, late]);
    expect(times.map(({ kind, at }) => [kind, at])).toEqual([
      ["event", 1],
      ["break", 1.5],
    ]);
  });

  test("puts them on the week that holds them, or on the last of seven days", () => {
    const weeks = [
      { from: "2020-01-27", to: "2020-02-02" },
      { from: "2020-02-03", to: "2020-02-09" },
    ];
    const inWeeks = figureOf(resultOf([[four.slice(0, 2)]], { every: "week", windows: weeks }), [rumour, newWording]);
    expect(inWeeks.times.map(({ at }) => at)).toEqual([0, 0.5]);
    const pooled = days.map((to) => ({ from: `2020-01-${25 + Number(to.slice(-2))}`, to }));
    const inSeven = figureOf(resultOf([[four]], { every: "7-days", windows: pooled }), [rumour, newWording]);
    expect(inSeven.times.map(({ at }) => at)).toEqual([1, 1.5]);
  });

  test("begins its axis at 0 unless the lines lie far above it", () => {
    expect(figureOf(resultOf([[[shareOf(30, 100), shareOf(60, 100)]]])).fromZero).toBe(true);
    expect(figureOf(resultOf([[[shareOf(850, 1000), shareOf(900, 1000)]]])).fromZero).toBe(false);
  });
});

describe("toChartJs of lines", () => {
  test("draws a line over a band from the lower to the upper ends, and nothing in a gap", () => {
    const figure = figureOf(resultOf([[four]]));
    const [lower, upper, line] = toChartJs(figure, drawing).configuration.data.datasets;
    const points = figure.series[0]?.points ?? [];
    expect(lower?.data).toEqual(points.map((point) => point?.interval?.lower ?? null));
    expect(upper?.data).toEqual(points.map((point) => point?.interval?.upper ?? null));
    expect(upper).toMatchObject({ fill: "-1" });
    expect(line?.data).toEqual([0.3, 0.4, 0.5, null]);
  });

  test("joins nothing across a break", () => {
    const { datasets } = toChartJs(figureOf(resultOf([[four]]), [newWording]), drawing).configuration.data;
    expect(datasets.filter((_, place) => place % 3 === 2).map(({ data }) => data)).toEqual([
      [0.3, 0.4, null, null],
      [null, null, 0.5, null],
    ]);
  });

  test("names several lines at their last points, marks what happened, and gives a lone point its interval", () => {
    const groups = ["f", "m"].map((code) => ({ codes: [code], labels: [code] }));
    const [first, , third, few] = four;
    if (first === undefined || third === undefined || few === undefined) throw new Error("There are four days");
    const figure = figureOf({ ...resultOf([[four, [first, few, third, third]]]), groups }, [rumour]);
    const { options } = toChartJs(figure, drawing).configuration;
    const point = figure.series[1]?.points[0];
    expect(options?.plugins?.besideLines).toMatchObject({
      marks: [{ kind: "event", at: 1, sign: "1", label: "Rumour" }],
      names: [
        { text: ["f"], place: 2, value: 0.5, colour: lightTheme.groups[0] },
        { text: ["m"], place: 3, value: 0.5, colour: lightTheme.groups[1] },
      ],
      intervals: [{ place: 0, lower: point?.interval?.lower, upper: point?.interval?.upper }],
    });
  });

  test.each([
    ["light", lightTheme],
    ["dark", darkTheme],
  ])("has eight colours for lines that stand out from the %s page (WCAG 2.2, 1.4.11)", (_, theme) => {
    for (const colour of theme.groups) expect(contrast(colour, theme.ground)).toBeGreaterThanOrEqual(3);
    expect(new Set(theme.groups).size).toBe(8);
  });
});

describe("lines in words", () => {
  test("name first, lowest, highest and last with interval and n, gaps, and what happened", () => {
    const words = inWords(figureOf(resultOf([[four]]), [rumour]), "en");
    // Clopper-Pearson of 30, 40 and 50 in 100 (R: binom.test): 21.2 to 40.0, 30.3 to 50.3, 39.8 to 60.2.
    expect(words).toBe(
      "Line chart: Heard of it (n = 309). 1 February 2020 30.0% (21.2%–40.0%, n = 100); " +
        "lowest 1 February 2020 30.0% (21.2%–40.0%, n = 100); highest 3 February 2020 50.0% (39.8%–60.2%, n = 100); " +
        "3 February 2020 50.0% (39.8%–60.2%, n = 100); 1 gap. 1 2 Feb Rumour.",
    );
    expect(inWords(figureOf(resultOf([[[shareOf(1, 3)]]])), "zh-CN")).toContain("没有可显示的点");
  });
});
