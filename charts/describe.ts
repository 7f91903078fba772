import type { Language, Translated } from "../surveys/language.ts";
import { describeLines } from "./describeLines.ts";
import { describeDots, describeScatter } from "./describePoints.ts";
import type { BarFigure, Figure, Mark, Series } from "./figure.ts";
import { formatCount, formatUncertainty, formatValue, type Style, type Unit } from "./format.ts";

const kinds = {
  bars: { "zh-CN": "条形图", en: "Bar chart" },
  stack: { "zh-CN": "百分比堆积条形图", en: "Stacked bars of 100%" },
  groups: { "zh-CN": "分组条形图", en: "Bars by group" },
  columns: { "zh-CN": "柱形图", en: "Column chart" },
} as const satisfies Record<BarFigure["kind"], Translated>;

/** A figure in words, for who does not see it: what it is, of how many, and the number at each place. */
export function describe(figure: Figure, language: Language): string {
  switch (figure.kind) {
    case "lines":
      return describeLines(figure, language);
    case "dots":
      return describeDots(figure, language);
    case "scatter":
      return describeScatter(figure, language);
    default:
      return describeBars(figure, language);
  }
}

function describeBars(figure: BarFigure, language: Language): string {
  const isChinese = language === "zh-CN";
  const { kind, title, n, unit, places } = figure;
  const base = unit === "count" ? formatCount(n, language) : `n = ${formatCount(n, language)}`;
  const named = `${kinds[kind][language]}${isChinese ? "：" : ": "}${title}${isChinese ? `（${base}）` : ` (${base})`}`;
  const found = places.map((_, place) => atPlace(figure, place, language));
  return isChinese ? `${named}。${found.join("；")}。` : `${named}. ${found.join("; ")}.`;
}

function atPlace({ kind, unit, series, places, n }: BarFigure, place: number, language: Language): string {
  const { label = "", text = "" } = places[place] ?? {};
  const marks = series.flatMap((each) => markedAt(each, place));
  const style = { language, n, unit: unit === "count" ? "share" : unit };
  if (kind === "bars" || kind === "columns" || marks.length === 0)
    return `${label} ${text}${marks.map(({ mark }) => around(mark, style)).join("")}`;
  const parts = marks.map(
    (part) =>
      `${part.label} ${formatValue(part.mark.value, style.unit, style)}${kind === "groups" ? around(part.mark, style) : ""}`,
  );
  return language === "zh-CN" ? `${label}：${parts.join("，")}` : `${label}: ${parts.join(", ")}`;
}

function markedAt({ label, marks }: Series, place: number): { label: string; mark: Mark }[] {
  const mark = marks[place] ?? null;
  return mark === null ? [] : [{ label, mark }];
}

function around(mark: Mark, style: Style & { unit: Unit }): string {
  const words = formatUncertainty(mark, style.unit, style);
  if (words === "") return "";
  const isChinese = style.language === "zh-CN";
  const named = mark.interval === null ? words : `${isChinese ? "95% 区间" : "95% interval"} ${words}`;
  return isChinese ? `（${named}）` : ` (${named})`;
}
