import type { Language, Translated } from "../surveys/language.ts";
import type { DotFigure, Mark, ScatterFigure } from "./figure.ts";
import { formatCount, formatUncertainty, formatValue, type Unit } from "./format.ts";

const words = {
  dots: { "zh-CN": "点图", en: "Dot plot" },
  scatter: { "zh-CN": "散点图", en: "Scatter plot" },
} as const satisfies Record<string, Translated>;

/** Dots in words: at each place each series' number with its interval. */
export function describeDots({ title, n, unit, places, series }: DotFigure, language: Language): string {
  const found = places.map(({ label }, place) => {
    const parts = series.flatMap(({ label: name, marks }) => {
      const mark = marks[place] ?? null;
      return mark === null ? [] : [`${series.length > 1 ? `${name} ` : ""}${marked(mark, unit, { language, n })}`];
    });
    return `${label}: ${parts.join(", ") || "–"}`;
  });
  return sentence(words.dots[language], { title, n, found, language });
}

/** Points of a plane in words: each with both numbers and their intervals. */
export function describeScatter(figure: ScatterFigure, language: Language): string {
  const { title, n, across, up, points, openMeans } = figure;
  const found = points.map(({ label, across: x, up: y, isOpen }) => {
    const numbers = [
      `${up.label} ${marked(y, "share", { language, n })}`,
      `${across.label} ${marked(x, "share", { language, n })}`,
    ];
    return `${label}: ${numbers.join(", ")}${isOpen ? `, ${openMeans}` : ""}`;
  });
  return sentence(words.scatter[language], { title, n, found, language });
}

function marked(mark: Mark, unit: Unit, style: { language: Language; n: number }): string {
  return `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
}

function sentence(
  kind: string,
  { title, n, found, language }: { title: string; n: number; found: readonly string[]; language: Language },
): string {
  const isChinese = language === "zh-CN";
  const count = `n = ${formatCount(n, language)}`;
  return isChinese
    ? `${kind}：${title}（${count}）。${found.join("；")}。`
    : `${kind}: ${title} (${count}). ${found.join("; ")}.`;
}
