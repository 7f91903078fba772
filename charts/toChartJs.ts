import type { ChartConfiguration, ChartDataset, ChartOptions, TooltipItem } from "chart.js";
import type { Language } from "../surveys/language.ts";
import { dotsToChartJs, type Dots } from "./dotsToChartJs.ts";
import { fontIn, fontPx, halfPx, type Drawing } from "./drawing.ts";
import type { BarFigure, Figure, Mark, Series } from "./figure.ts";
import { formatCount, formatNumber, formatUncertainty, formatValue } from "./format.ts";
import { linesToChartJs, type Lines } from "./linesToChartJs.ts";
import { scatterToChartJs } from "./scatterToChartJs.ts";
import { orderedColours, type Theme } from "./theme.ts";
import { columnsOf, wrapLabel } from "./wrapLabel.ts";

type Lengths = (number | [number, number] | null)[];
type Bars = ChartConfiguration<"bar", Lengths, string | string[]>;

/**
 * Chart.js' configuration of a figure and the height it needs. The one place, with what it imports, that knows the shape
 * of the former.
 *
 * It uses the bar, line and scatter controllers, the linear and category scales, and the filler, legend and tooltip
 * plugins; beside lines it says under `besideLines` what the plugin of that name draws.
 */
export function toChartJs(figure: Figure, drawing: Drawing): { configuration: Bars | Dots | Lines; heightPx: number } {
  switch (figure.kind) {
    case "lines":
      return linesToChartJs(figure, drawing);
    case "dots":
      return dotsToChartJs(figure, drawing);
    case "scatter":
      return scatterToChartJs(figure, drawing);
    default:
      return barsToChartJs(figure, drawing);
  }
}

function barsToChartJs(figure: BarFigure, drawing: Drawing): { configuration: Bars; heightPx: number } {
  const { places, series, kind } = figure;
  const labels = places.map(({ label }) => shownLabel(label, figure, drawing));
  const datasets = [
    ...series.map((each, place) => barsOf(each, figure, { drawing, place })),
    ...intervalsOf(figure, drawing),
  ];
  const isTwoLined = labels.some((label) => Array.isArray(label) && label.length > 1);
  const placePx = Math.max(isTwoLined ? 42 : 34, kind === "groups" ? series.length * 15 + 14 : 0);
  const bodyPx = kind === "columns" ? 250 : places.length * placePx + 34;
  return {
    configuration: { type: "bar", data: { labels, datasets }, options: optionsOf(figure, drawing) },
    heightPx: bodyPx + legendHeight(figure, drawing),
  };
}

/** What a legend takes, so that what is drawn keeps its height below one of several lines. */
function legendHeight(figure: BarFigure, { widthPx }: Drawing): number {
  if (!needsLegend(figure)) return 0;
  let [lines, usedPx] = [1, 0];
  for (const { label } of figure.series) {
    const itemPx = columnsOf(label) * halfPx + 28;
    if (usedPx > 0 && usedPx + itemPx > widthPx) [lines, usedPx] = [lines + 1, 0];
    usedPx += itemPx;
  }
  return lines * 23 + 10;
}

function isNarrow({ widthPx }: Drawing): boolean {
  return widthPx < 420;
}

/** Bars whose place says what they are need no legend, though they be of several colours. */
function needsLegend({ kind, series }: BarFigure): boolean {
  return series.length > 1 && kind !== "bars";
}

function barsOf(
  { label, colour, marks }: Series,
  { kind, unit }: BarFigure,
  { drawing: { theme }, place }: { drawing: Drawing; place: number },
): ChartDataset<"bar", Lengths> {
  const isStacked = kind === "stack" || unit === "count";
  return {
    label,
    data: marks.map((mark) => mark?.value ?? null),
    backgroundColor: colourOf(colour, theme),
    borderColor: theme.ground,
    borderWidth: kind === "stack" ? { right: 1.5 } : 0,
    borderSkipped: false,
    borderRadius: kind === "stack" ? 0 : 2,
    grouped: isStacked || kind === "groups",
    maxBarThickness: kind === "columns" ? 46 : 18,
    categoryPercentage: 0.86,
    barPercentage: 0.92,
    order: 1,
    ...(kind === "groups" && { stack: String(place) }),
  };
}

function colourOf(colour: Series["colour"], theme: Theme): string {
  if (colour === "single" || colour === "flagged") return theme[colour];
  return orderedColours(theme, colour.of)[colour.place] ?? theme.single;
}

/** The intervals, as thin bars that begin at the lower end: they need no plugin. Parts of a stack have none. */
function intervalsOf({ kind, places, series }: BarFigure, { theme }: Drawing): ChartDataset<"bar", Lengths>[] {
  if (kind === "stack") return [];
  const looks = {
    label: intervalLabel,
    backgroundColor: theme.interval,
    borderSkipped: false,
    minBarLength: 2,
    order: 0,
  };
  if (kind === "groups")
    return series.map(({ marks }, place) => ({
      ...looks,
      data: marks.map((mark) => endsOf(mark)),
      // Of the very slot that the group's bar has.
      stack: String(place),
      categoryPercentage: 0.86,
      barPercentage: 0.46,
      maxBarThickness: 8,
      // Bars of the darkest colour are as dark as the interval: a line of the ground keeps them apart.
      backgroundColor: theme.ink,
      borderColor: theme.ground,
      borderWidth: 1,
    }));
  const ends = places.map((_, place) => {
    const marked = series.find(({ marks }) => (marks[place]?.interval ?? null) !== null);
    return endsOf(marked?.marks[place] ?? null);
  });
  if (ends.every((end) => end === null)) return [];
  return [{ ...looks, data: ends, barThickness: 8, grouped: false }];
}

function endsOf(mark: Mark | null): [number, number] | null {
  const interval = mark?.interval ?? null;
  return interval === null ? null : [interval.lower, interval.upper];
}

/** Marks the dataset of intervals, which the legend leaves out. */
const intervalLabel = "95%";

function optionsOf(figure: BarFigure, drawing: Drawing): ChartOptions<"bar"> {
  const { theme } = drawing;
  return {
    indexAxis: figure.kind === "columns" ? "x" : "y",
    responsive: false,
    animation: false,
    layout: { padding: { right: 2 } },
    scales: scalesOf(figure, drawing),
    plugins: {
      legend: {
        display: needsLegend(figure),
        position: "top",
        align: "start",
        labels: {
          color: theme.ink,
          font: fontIn(theme),
          boxWidth: 12,
          boxHeight: 12,
          filter: ({ text }) => text !== intervalLabel,
        },
      },
      tooltip: {
        filter: ({ dataset, raw }) => dataset.label !== intervalLabel && raw !== null,
        displayColors: false,
        titleFont: { ...fontIn(theme), weight: "bold" },
        bodyFont: fontIn(theme),
        callbacks: {
          title: ([item]) => (item === undefined ? "" : (figure.places[item.dataIndex]?.label ?? "")),
          label: (item) => tooltipText(item, figure, drawing),
        },
      },
    },
  };
}

function tooltipText(
  { datasetIndex, dataIndex }: Pick<TooltipItem<"bar">, "datasetIndex" | "dataIndex">,
  { series, unit, n }: BarFigure,
  { language }: Drawing,
): string {
  const { label = "", marks = [] } = series[datasetIndex] ?? {};
  const mark = marks[dataIndex] ?? null;
  if (mark === null) return "";
  if (unit === "count") return `${label} ${formatCount(mark.value, language)}`;
  const style = { language, n };
  return `${series.length > 1 ? `${label} ` : ""}${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
}

function scalesOf(figure: BarFigure, drawing: Drawing): NonNullable<ChartOptions<"bar">["scales"]> {
  const { theme, language } = drawing;
  const { kind, unit } = figure;
  const isStacked = kind === "stack" || unit === "count";
  const values = {
    stacked: isStacked,
    beginAtZero: true,
    ...(kind === "stack" && { max: 1 }),
    border: { display: false },
    grid: { color: theme.line, drawTicks: false },
    ticks: {
      color: theme.soft,
      font: fontIn(theme),
      padding: 6,
      maxTicksLimit: kind === "columns" ? 5 : 6,
      maxRotation: 0,
      callback: (value: number | string) => tickText(Number(value), unit, language),
      ...(unit === "count" && { precision: 0 }),
    },
  };
  const isUpright = kind === "columns";
  const names = {
    // Groups are stacked beside each other: what has the same stack shares a slot.
    stacked: isStacked || kind === "groups",
    border: { color: theme.line },
    grid: { display: false },
    ticks: {
      color: theme.ink,
      font: fontIn(theme),
      autoSkip: isUpright,
      maxRotation: 0,
      autoSkipPadding: 8,
      crossAlign: "far" as const,
    },
  };
  if (isUpright) return { x: { ...names, ticks: { ...names.ticks, color: theme.soft } }, y: values };
  const lines = figure.places.flatMap(({ label }) => shownLabel(label, figure, drawing));
  const widthPx = Math.max(...lines.map(columnsOf)) * halfPx + 2 * fontPx;
  return {
    x: values,
    y: {
      ...names,
      // Left to itself, Chart.js gives an axis a quarter of the width and cuts what is longer.
      afterFit: (scale) => {
        scale.width = widthPx;
      },
    },
    // The parts of a stack need what width a phone has more than their n, which the table says.
    ...(kind !== "groups" && !(kind === "stack" && isNarrow(drawing)) && { texts: textsAt(figure, drawing) }),
  };
}

function tickText(value: number, unit: BarFigure["unit"], language: Language): string {
  switch (unit) {
    case "share":
      return `${formatNumber(value * 100, language)}%`;
    case "net":
      return formatNumber(value * 100, language);
    case "mean":
      return formatNumber(value, language);
    case "count":
      return formatCount(value, language);
  }
}

/** A second axis at the right whose ticks are the places' numbers. */
function textsAt({ places }: BarFigure, { theme }: Drawing): NonNullable<ChartOptions<"bar">["scales"]>[string] {
  return {
    axis: "y",
    type: "category",
    position: "right",
    labels: places.map(({ text }) => text),
    offset: true,
    border: { display: false },
    grid: { display: false },
    ticks: { color: theme.ink, font: fontIn(theme), autoSkip: false, padding: 6 },
  };
}

/** Names of bars get at most two lines and two fifths of the width; names under columns one line. */
function shownLabel(label: string, { kind }: BarFigure, { widthPx }: Drawing): string | string[] {
  if (kind === "columns") return label;
  return wrapLabel(label, { width: Math.max(12, Math.floor((widthPx * 0.4) / halfPx)), mostLines: 2 });
}
