import { describe as suite, expect, test } from "vitest";
import { describe } from "../../charts/describe.ts";
import type { DotFigure, ScatterFigure } from "../../charts/figure.ts";
import { darkTheme, lightTheme } from "../../charts/theme.ts";
import { toChartJs } from "../../charts/toChartJs.ts";

const mark = (value: number, reach: number) => ({
  value,
  interval: { lower: value - reach, upper: value + reach },
  whyNoInterval: null,
});

const dots: DotFigure = {
  kind: "dots",
  title: "Difference",
  unit: "mean",
  n: 400,
  reference: 0,
  places: [{ label: "garlic" }, { label: "pets" }],
  series: [
    { label: "As it is", marks: [mark(1.2, 0.2), null] },
    { label: "Adjusted", marks: [mark(1.1, 0.3), mark(-0.5, 0.4)] },
  ],
};

const plane: ScatterFigure = {
  kind: "scatter",
  title: "Need against satisfaction",
  n: 1_000,
  across: { label: "Satisfied", line: 0.5 },
  up: { label: "Need", line: 0.6 },
  quarters: ["Priority", "Keep up", "Monitor", "Possible overkill"],
  openMeans: "unclear",
  points: [
    { label: "Masks", sign: "1", across: mark(0.25, 0.02), up: mark(0.7, 0.03), isOpen: false },
    { label: "School", sign: "2", across: mark(0.49, 0.02), up: mark(0.4, 0.03), isOpen: true },
  ],
};

const drawing = { theme: lightTheme, language: "en", widthPx: 600 } as const;

suite("dots", () => {
  test("are said with their intervals, what is not shown with a dash", () => {
    expect(describe(dots, "en")).toBe(
      "Dot plot: Difference (n = 400). garlic: As it is 1.20 (1.00–1.40), Adjusted 1.10 (0.80–1.40); pets: Adjusted -0.50 (-0.90–-0.10).",
    );
    const none = { ...dots, series: [{ label: "As it is", marks: [null, null] }] };
    expect(describe(none, "zh-CN")).toBe("点图：Difference（n = 400）。garlic: –；pets: –。");
  });

  test("of a place stand apart, and the axis has room for every interval and the reference", () => {
    const { configuration } = toChartJs(dots, drawing);
    const [first, second] = configuration.data.datasets;
    expect(first?.data).toEqual([{ x: 1.2, y: expect.closeTo(-0.14, 10) as number }]);
    expect(second?.data).toEqual([
      { x: 1.1, y: expect.closeTo(0.14, 10) as number },
      { x: -0.5, y: expect.closeTo(1.14, 10) as number },
    ]);
    const scale = configuration.options?.scales?.["x"] as { suggestedMin: number; suggestedMax: number };
    expect(scale.suggestedMin).toBeLessThan(-0.9);
    expect(scale.suggestedMax).toBeGreaterThan(1.4);
  });
});

suite("a plane", () => {
  test("is said with both numbers of each point, and which are unclear", () => {
    expect(describe(plane, "en")).toBe(
      "Scatter plot: Need against satisfaction (n = 1,000). Masks: Need 70.0% (67.0%–73.0%), Satisfied 25.0% (23.0%–27.0%); School: Need 40.0% (37.0%–43.0%), Satisfied 49.0% (47.0%–51.0%), unclear.",
    );
  });

  test.each([lightTheme, darkTheme])("draws what is unclear open, and keeps both axes within 0 and 1", (theme) => {
    const near = {
      ...plane,
      points: [...plane.points, { ...plane.points[0], across: mark(0.99, 0.01) }],
    } as ScatterFigure;
    const { configuration } = toChartJs(near, { ...drawing, theme });
    const [points] = configuration.data.datasets;
    expect(points?.data).toHaveLength(3);
    expect((points as { pointBackgroundColor?: unknown }).pointBackgroundColor).toEqual([
      theme.single,
      theme.ground,
      theme.single,
    ]);
    const { x, y } = configuration.options?.scales as Record<string, { min: number; max: number }>;
    expect(x?.max).toBe(1);
    expect(y?.min).toBeLessThan(0.37);
  });
});
