import type { ChartConfiguration, ChartDataset, ChartOptions, ChartType } from "chart.js";
import { besideLines, type BesideLines } from "./besideLines.ts";
import { pointInWords } from "./describeLines.ts";
import { fontIn, halfPx, type Drawing } from "./drawing.ts";
import type { Line, LineFigure } from "./figure.ts";
import { formatNumber } from "./format.ts";
import { lookOf, nameColumns, type LineLook } from "./lineLook.ts";
import { columnsOf, wrapLabel } from "./wrapLabel.ts";

type Heights = (number | null)[];

declare module "chart.js" {
  interface PluginOptionsByType<TType extends ChartType> {
    /** What the plugin of this name draws on charts of the type `line`. */
    besideLines?: TType extends "line" ? BesideLines : never;
  }
}

/** Chart.js' configuration of lines. */
export type Lines = ChartConfiguration<"line", Heights, string>;
type Dataset = ChartDataset<"line", Heights>;

/** Lines with bands, their names beside their ends, and what happened above; a break cuts every line. */
export function linesToChartJs(figure: LineFigure, drawing: Drawing): { configuration: Lines; heightPx: number } {
  const stretches = stretchesOf(figure);
  const parts = figure.series.flatMap((line, place) =>
    stretches.flatMap((stretch) =>
      partsOf(line, stretch, lookOf(place, figure, drawing)).map((dataset) => ({ dataset, place })),
    ),
  );
  const labels = figure.places.map(({ label }) => label);
  return {
    configuration: {
      type: "line",
      data: { labels, datasets: parts.map(({ dataset }) => dataset) },
      options: optionsOf(
        figure,
        drawing,
        parts.map(({ place }) => place),
      ),
    },
    heightPx: drawing.widthPx < 520 ? 300 : 380,
  };
}

/** Places that may be joined, the first of them and the one behind the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretchesOf({ times, places }: LineFigure): Stretch[] {
  const cuts = times.filter(({ kind }) => kind === "break").map(({ at }) => Math.ceil(at));
  const ends = [...new Set([0, ...cuts, places.length])].sort((one, other) => one - other);
  return ends.slice(1).map((to, place) => ({ from: ends[place] ?? 0, to }));
}

/** The lower end, the upper end filled down to it, and the line, within a stretch. */
function partsOf({ label, points }: Line, { from, to }: Stretch, look: LineLook): Dataset[] {
  const within = (height: (point: NonNullable<Line["points"][number]>) => number | null): Heights =>
    points.map((point, place) => (point === null || place < from || place >= to ? null : height(point)));
  const end = { label: bandLabel, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, order: 2 };
  return [
    { ...end, data: within(({ interval }) => interval?.lower ?? null), fill: false },
    {
      ...end,
      data: within(({ interval }) => interval?.upper ?? null),
      fill: "-1",
      backgroundColor: `${look.colour}26`,
    },
    {
      label,
      data: within(({ value }) => value),
      borderColor: look.colour,
      backgroundColor: look.colour,
      borderWidth: 2,
      borderDash: look.dash,
      borderJoinStyle: "round",
      pointRadius: look.radiusPx,
      pointStyle: look.pointStyle,
      pointHoverRadius: look.radiusPx + 2,
      fill: false,
      order: 1,
    },
  ];
}

/** Marks the datasets that only make a band. */
const bandLabel = "95%";

function optionsOf(figure: LineFigure, drawing: Drawing, seriesOf: readonly number[]): ChartOptions<"line"> {
  const { theme, language } = drawing;
  const { series, places, unit, times } = figure;
  return {
    responsive: false,
    animation: false,
    spanGaps: false,
    interaction: { mode: "index", intersect: false },
    layout: { padding: { top: times.length > 0 ? 34 : 8, right: namesPx(figure, drawing) } },
    scales: scalesOf(figure, drawing),
    plugins: {
      legend: { display: false },
      besideLines: besideLines(figure, drawing),
      filler: { drawTime: "beforeDatasetsDraw" },
      tooltip: {
        filter: ({ dataset, raw }) => dataset.label !== bandLabel && raw !== null,
        itemSort: (one, other) => Number(other.raw) - Number(one.raw),
        displayColors: series.length > 1,
        usePointStyle: true,
        titleFont: { ...fontIn(theme), weight: "bold" },
        bodyFont: fontIn(theme),
        callbacks: {
          title: ([item]) => (item === undefined ? "" : (places[item.dataIndex]?.text ?? "")),
          label: ({ datasetIndex, dataIndex }) => {
            const { label = "", points = [] } = series[seriesOf[datasetIndex] ?? -1] ?? {};
            const point = points[dataIndex] ?? null;
            return point === null ? "" : `${label} ${pointInWords(point, unit, language)}`.trim();
          },
        },
      },
    },
  };
}

/** How much wider than plain type names are, which are bold. */
const boldness = 1.14;

/** The room that the names of the lines take at the right; one line has its name above. */
function namesPx({ series }: LineFigure, drawing: Drawing): number {
  if (series.length === 1) return 12;
  const width = nameColumns(drawing);
  const lines = series.flatMap(({ label }) => wrapLabel(label, { width, mostLines: 2 }));
  return Math.ceil(Math.max(...lines.map(columnsOf)) * halfPx * boldness) + 18;
}

function scalesOf(figure: LineFigure, { theme, language }: Drawing): NonNullable<ChartOptions<"line">["scales"]> {
  const { unit } = figure;
  const ticks = { color: theme.soft, font: fontIn(theme), maxRotation: 0, padding: 6 };
  return {
    x: {
      offset: false,
      border: { color: theme.line },
      grid: { display: false },
      ticks: { ...ticks, autoSkipPadding: 18 },
    },
    y: {
      beginAtZero: figure.fromZero,
      ...(figure.fromZero && { min: 0 }),
      ...(unit === "share" && { suggestedMax: highestOf(figure) }),
      border: { display: false },
      grid: { color: theme.line, drawTicks: false },
      ticks: {
        ...ticks,
        maxTicksLimit: 7,
        callback: (value: number | string) =>
          unit === "share" ? `${formatNumber(Number(value) * 100, language)}%` : formatNumber(Number(value), language),
      },
    },
  };
}

/** The top of the highest band, so that the axis ends above it. */
function highestOf({ series }: LineFigure): number {
  return Math.max(
    0,
    ...series.flatMap(({ points }) => points.map((point) => point?.interval?.upper ?? point?.value ?? 0)),
  );
}
