import { describe, expect, test } from "vitest";
import { groupedBars } from "../../charts/figures/groupedBars.ts";
import { shareBars } from "../../charts/figures/shareBars.ts";
import { darkTheme, lightTheme, orderedColours } from "../../charts/theme.ts";
import { toChartJs } from "../../charts/toChartJs.ts";
import { columnsOf, wrapLabel } from "../../charts/wrapLabel.ts";
import { contrast, luminanceOf } from "../support/colours.ts";
import { choiceOf, estimatesOf, readerOf } from "./estimated.ts";

const drawing = { theme: lightTheme, language: "en", widthPx: 600 } as const;

describe("toChartJs", () => {
  test("lays the intervals over the bars, end to end", () => {
    const question = choiceOf([500, 500]);
    const { configuration } = toChartJs(shareBars(question, readerOf("en")), drawing);
    const [bars, intervals] = configuration.data.datasets;
    expect(bars?.data).toEqual([0.5, 0.5]);
    const ends = question.rows.map(({ estimate }) =>
      estimate.kind === "estimate" ? [estimate.interval?.lower, estimate.interval?.upper] : [],
    );
    expect(intervals?.data).toEqual(ends);
    expect(intervals?.order).toBeLessThan(bars?.order ?? 0);
  });

  test("draws neither bar nor interval where nothing may be shown", () => {
    const { configuration } = toChartJs(shareBars(choiceOf([2, 3]), readerOf("en")), drawing);
    expect(configuration.data.datasets.map(({ data }) => data)).toEqual([[null, null]]);
  });
});

describe("toChartJs of groups", () => {
  const [yes, no] = estimatesOf([400, 600]);
  const groups = ["a", "b"].map((code) => ({ codes: [code], labels: [code] }));
  const estimates = [[[yes], [no]]].map((item) => item.map((windows) => windows.flatMap((each) => each ?? [])));
  const result = { title: "T", responses: 2_000, groups, estimates };
  const { configuration } = toChartJs(groupedBars(result, { labels: ["Yes"], unit: "net" }, readerOf("en")), drawing);

  test("gives a group's bar and its interval the same slot, which is no other group's", () => {
    expect(configuration.data.datasets.map(({ stack }) => stack)).toEqual(["0", "1", "0", "1"]);
    const { x, y } = configuration.options?.scales ?? {};
    // Stacked along the names, so that slots are shared; not along the values, which would be added up.
    expect([x, y].map((scale) => (scale as { stacked?: boolean } | undefined)?.stacked)).toEqual([false, true]);
  });
});

describe("wrapLabel", () => {
  test("breaks between words, and Chinese anywhere but before its closing marks", () => {
    expect(wrapLabel("Government sites and accounts", { width: 16, mostLines: 2 })).toEqual([
      "Government sites",
      "and accounts",
    ]);
    expect(wrapLabel("微信群、朋友圈", { width: 6, mostLines: 3 })).toEqual(["微信", "群、朋", "友圈"]);
  });

  test("loses nothing but what does not fit, and says that with an ellipsis", () => {
    expect(wrapLabel("口罩😷供应", { width: 20, mostLines: 1 })).toEqual(["口罩😷供应"]);
    const [only = ""] = wrapLabel("Feeling afraid as if something awful might happen", { width: 12, mostLines: 1 });
    expect(only).toBe("Feeling afr…");
    expect(columnsOf(only)).toBeLessThanOrEqual(12);
  });

  test.each([
    ["flags", "🇨🇳", 2],
    ["families", "👩‍👩‍👧‍👦", 2],
    ["skin tones", "👍🏽", 2],
    ["keycaps", "1️⃣", 2],
    ["hearts", "❤️", 2],
    ["Tibetan syllables", "ཀྱི", 1],
    ["Thai syllables", "ที่", 1],
    ["letters under marks", "Z͑͑͑", 1],
    ["kana with a mark of their own", "か\u3099", 2],
  ])("cuts no %s", (_name, sign, columns) => {
    expect(columnsOf(sign)).toBe(columns);
    const label = sign.repeat(9);
    const signs = (line: string): number => (line.split(sign).length - 1) * sign.length;
    for (let width = 3; width < 20; width++) {
      const lines = wrapLabel(label, { width, mostLines: 2 });
      const [last = ""] = lines.slice(-1);
      for (const line of lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(line.replace("…", "").length).toBe(signs(line));
      }
      expect(last.endsWith("…")).toBe(9 > 2 * Math.floor(width / columns));
    }
  });
});

describe("lightTheme and darkTheme", () => {
  test.each([lightTheme, darkTheme])("have type that can be read on their ground", ({ ground, ink, soft, warning }) => {
    for (const colour of [ink, soft, warning]) expect(contrast(colour, ground)).toBeGreaterThan(4.5);
  });
});

describe("orderedColours", () => {
  test.each([
    ["light", lightTheme, -1],
    ["dark", darkTheme, 1],
  ] as const)("are told apart by lightness alone in the %s theme", (_, theme, direction) => {
    const lightness = orderedColours(theme, 5).map(luminanceOf);
    const steps = lightness.slice(1).map((value, place) => (value - (lightness[place] ?? 0)) * direction);
    expect(Math.min(...steps)).toBeGreaterThan(0.02);
  });
});
