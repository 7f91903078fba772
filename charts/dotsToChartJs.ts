import type { ChartConfiguration, Plugin } from "chart.js";
import { fontIn, fontPx, halfPx, type Drawing } from "./drawing.ts";
import type { DotFigure, Mark } from "./figure.ts";
import { formatNumber, formatUncertainty, formatValue } from "./format.ts";
import { drawLine, planeOf } from "./plane.ts";
import { columnsOf, wrapLabel } from "./wrapLabel.ts";

type Spot = { x: number; y: number };

/** Chart.js' configuration of points. */
export type Dots = ChartConfiguration<"scatter", Spot[], string>;

/** Shapes of the series, so that colour is not all that tells them apart; the last is filled. */
const shapes = ["circle", "rectRot", "triangle"] as const;

/** How far apart the series of a place stand, where places are 1 apart. */
const apart = 0.28;

/** A place under the other, at each the series' dots with their intervals. */
export function dotsToChartJs(figure: DotFigure, drawing: Drawing): { configuration: Dots; heightPx: number } {
  const { places, series } = figure;
  const hasLegend = series.length > 1;
  return {
    configuration: {
      type: "scatter",
      data: {
        datasets: series.map(({ label, marks }, place) => ({
          label,
          data: marks.flatMap((mark, at) => (mark === null ? [] : [spotOf(mark, at, { place, of: series.length })])),
          pointStyle: shapes[place % shapes.length] ?? "circle",
          pointRadius: 5.5,
          pointHoverRadius: 7,
          pointBorderWidth: 2,
          ...coloursOf(place, series.length, drawing),
        })),
      },
      options: optionsOf(figure, drawing),
      plugins: [intervals(figure, drawing)],
    },
    heightPx: places.length * (series.length > 1 ? 44 : 32) + 44 + (hasLegend ? 34 : 0),
  };
}

function spotOf({ value }: Mark, at: number, { place, of }: { place: number; of: number }): Spot {
  return { x: value, y: at + (place - (of - 1) / 2) * apart };
}

/** The last series is what counts, and filled; those before it are open. */
function coloursOf(place: number, of: number, { theme }: Drawing) {
  const isLast = place === of - 1;
  return { borderColor: isLast ? theme.single : theme.soft, backgroundColor: isLast ? theme.single : theme.ground };
}

function optionsOf(figure: DotFigure, drawing: Drawing): NonNullable<Dots["options"]> {
  const { theme } = drawing;
  const { places, series } = figure;
  return {
    responsive: false,
    animation: false,
    layout: { padding: { right: 12 } },
    scales: { x: valuesOf(figure, drawing), y: namesOf(figure, drawing) },
    plugins: {
      legend: {
        display: series.length > 1,
        position: "top",
        align: "start",
        labels: { color: theme.ink, font: fontIn(theme), usePointStyle: true, boxHeight: 7 },
      },
      tooltip: {
        displayColors: false,
        titleFont: { ...fontIn(theme), weight: "bold" },
        bodyFont: fontIn(theme),
        callbacks: {
          title: ([item]) => places[Math.round(item?.parsed.y ?? 0)]?.label ?? "",
          label: ({ datasetIndex, parsed: { y } }) => markText({ datasetIndex, y: y ?? 0 }, figure, drawing),
        },
      },
    },
  };
}

function markText(
  { datasetIndex, y }: { datasetIndex: number; y: number },
  { series, unit, n }: DotFigure,
  { language }: Drawing,
): string {
  const { label = "", marks = [] } = series[datasetIndex] ?? {};
  const mark = marks[Math.round(y)] ?? null;
  if (mark === null) return "";
  const style = { language, n };
  const number = `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
  return series.length > 1 ? `${label} ${number}` : number;
}

function valuesOf(figure: DotFigure, drawing: Drawing) {
  const { theme } = drawing;
  return {
    ...rangeOf(figure),
    border: { display: false },
    grid: { color: theme.line, drawTicks: false },
    ticks: {
      color: theme.soft,
      font: fontIn(theme),
      padding: 6,
      maxTicksLimit: 6,
      maxRotation: 0,
      callback: (value: number | string) => tickText(Number(value), figure, drawing),
    },
  };
}

function namesOf({ places }: DotFigure, { theme, widthPx }: Drawing) {
  const labels = places.map(({ label }) =>
    wrapLabel(label, { width: Math.max(12, Math.floor((widthPx * 0.4) / halfPx)), mostLines: 2 }),
  );
  const namesPx = Math.max(0, ...labels.flat().map(columnsOf)) * halfPx + 2 * fontPx;
  return {
    min: -0.6,
    max: places.length - 0.4,
    reverse: true,
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = places.map((_, value) => ({ value }));
    },
    // Left to itself, Chart.js gives an axis a quarter of the width and cuts what is longer.
    afterFit: (axis: { width: number }) => {
      axis.width = namesPx;
    },
    ticks: {
      color: theme.ink,
      font: fontIn(theme),
      autoSkip: false,
      crossAlign: "far" as const,
      callback: (value: number | string) => labels[Number(value)] ?? "",
    },
  };
}

/** Room for every interval and the reference; but a share is never below 0 or above 1. */
function rangeOf({ series, reference, unit }: DotFigure): { suggestedMin: number; suggestedMax: number } {
  const ends = series.flatMap(({ marks }) =>
    marks.flatMap((mark) =>
      mark === null ? [] : [mark.interval?.lower ?? mark.value, mark.interval?.upper ?? mark.value],
    ),
  );
  const all = reference === null ? ends : [...ends, reference];
  const [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  const edge = (high - low) * 0.05;
  const [least, most] = unit === "share" ? [Math.min(0, low), Math.max(1, high)] : [-Infinity, Infinity];
  return { suggestedMin: Math.max(least, low - edge), suggestedMax: Math.min(most, high + edge) };
}

function tickText(value: number, { unit }: DotFigure, { language }: Drawing): string {
  const short = (number: number): string => formatNumber(Number(number.toPrecision(6)), language);
  if (unit === "share") return `${short(value * 100)}%`;
  return short(unit === "net" ? value * 100 : value);
}

/** The intervals, and the line of the reference below them. */
function intervals({ series, reference }: DotFigure, { theme }: Drawing): Plugin<"scatter"> {
  return {
    id: "intervals",
    beforeDatasetsDraw: (chart) => {
      const plane = planeOf(chart);
      if (reference !== null) {
        const x = plane.across(reference);
        drawLine(plane, { from: [x, plane.area.top], to: [x, plane.area.bottom], colour: theme.soft, isDashed: true });
      }
      for (const [place, { marks }] of series.entries())
        for (const [at, mark] of marks.entries()) {
          if (mark === null || mark.interval === null) continue;
          const y = plane.up(spotOf(mark, at, { place, of: series.length }).y);
          const ends = [plane.across(mark.interval.lower), plane.across(mark.interval.upper)] as const;
          const colour = coloursOf(place, series.length, { theme, language: "en", widthPx: 0 }).borderColor;
          drawLine(plane, { from: [ends[0], y], to: [ends[1], y], colour, widthPx: 2 });
        }
    },
  };
}
