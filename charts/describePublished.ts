import type { Language, Translated } from "../surveys/language.ts";
import { describe } from "./describe.ts";
import { describeLines } from "./describeLines.ts";
import type { Mark } from "./figure.ts";
import { formatCount, formatUncertainty, formatValue, type Unit } from "./format.ts";
import type { HeatFigure, LikertFigure, PublishedFigure, SlopeFigure, TileFigure } from "./publishedFigure.ts";

const kinds = {
  likert: { "zh-CN": "百分比堆积条形图", en: "Stacked bars of 100%" },
  heat: { "zh-CN": "热力表", en: "Heat table" },
  slope: { "zh-CN": "两期斜线图", en: "Slope between two periods" },
  tiles: { "zh-CN": "方块图", en: "Tiles of regions" },
} as const satisfies Record<string, Translated>;

/** A published figure in words, for who does not see it. */
export function describePublished(figure: PublishedFigure, language: Language): string {
  switch (figure.kind) {
    case "likert":
      return sentence(figure, likertParts(figure, language), language);
    case "heat":
      return sentence(figure, heatParts(figure), language);
    case "slope":
      return sentence(figure, slopeParts(figure, language), language);
    case "tiles":
      return sentence(figure, tileParts(figure), language);
    case "panels": {
      const { panels, ...axes } = figure;
      return describeLines({ ...axes, kind: "lines", series: panels }, language);
    }
    default:
      return describe(figure, language);
  }
}

type Described = LikertFigure | HeatFigure | SlopeFigure | TileFigure;

function sentence({ kind, title, n }: Described, found: readonly string[], language: Language): string {
  const count = `n = ${formatCount(n, language)}`;
  return language === "zh-CN"
    ? `${kinds[kind][language]}：${title}（${count}）。${found.join("；")}。`
    : `${kinds[kind][language]}: ${title} (${count}). ${found.join("; ")}.`;
}

function likertParts({ places, series, beside, n }: LikertFigure, language: Language): string[] {
  return places.map(({ label, text }, place) => {
    const parts = series.flatMap(({ label: name, marks }) => {
      const mark = marks[place] ?? null;
      return mark === null ? [] : [`${name} ${formatValue(mark.value, "share", { language, n })}`];
    });
    return [`${label}: ${parts.join(", ")}`, beside === null ? text : `${beside.label} ${text}`].join(", ");
  });
}

function heatParts({ rows, columns }: HeatFigure): string[] {
  return rows.map(
    ({ label, cells }) =>
      `${label}: ${cells.map((cell, place) => `${columns[place] ?? ""} ${inCell(cell)}`).join(", ")}`,
  );
}

function inCell({ text, interval }: { text: string; interval: string }): string {
  return interval === "" ? text : `${text} (${interval})`;
}

function slopeParts({ lines, sides, unit, n }: SlopeFigure, language: Language): string[] {
  return lines.map(({ label, from, to }) => {
    const ends = [from, to].map((mark, side) => `${sides[side] ?? ""} ${markInWords(mark, unit, { language, n })}`);
    return `${label}: ${ends.join(", ")}`;
  });
}

function markInWords(mark: Mark | null, unit: Unit, style: { language: Language; n: number }): string {
  if (mark === null) return "–";
  return `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
}

function tileParts({ tiles }: TileFigure): string[] {
  return tiles.map((tile) => `${tile.label} ${inCell(tile)}`);
}
