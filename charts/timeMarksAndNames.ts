import type { Chart, Plugin } from "chart.js";
import { fontPx, halfPx, type Drawing } from "./drawing.ts";
import type { LineFigure, TimeMark } from "./figure.ts";
import { lookOf, nameColumns } from "./lineLook.ts";
import { spread } from "./spread.ts";
import { wrapLabel } from "./wrapLabel.ts";

/** What Chart.js does not draw of lines: what happened, with signs above, and the lines' names beside their ends. */
export function timeMarksAndNames(figure: LineFigure, drawing: Drawing): Plugin<"line"> {
  return {
    id: "time-marks-and-names",
    beforeDatasetsDraw: (chart) => {
      drawTimeMarks(chart, figure, drawing);
      drawLonePoints(chart, figure, drawing);
    },
    afterDatasetsDraw: (chart) => {
      if (figure.series.length > 1) drawNames(chart, figure, drawing);
    },
  };
}

/** The plane of a chart that was laid out. */
interface Plane {
  readonly context: Chart["ctx"];
  readonly area: Chart["chartArea"];
  readonly across: (place: number) => number;
  readonly up: (value: number) => number;
}

function planeOf({ ctx, chartArea, scales }: Chart): Plane {
  return {
    context: ctx,
    area: chartArea,
    across: (place) => scales["x"]?.getPixelForValue(place) ?? 0,
    up: (value) => scales["y"]?.getPixelForValue(value) ?? 0,
  };
}

const signPx = 9;

function drawTimeMarks(chart: Chart, { times }: LineFigure, drawing: Drawing): void {
  const plane = planeOf(chart);
  const { area } = plane;
  const wanted = times.map(({ at }) => plane.across(at));
  const signs = spread(wanted, { apart: 2 * signPx + 4, from: area.left, to: area.right });
  for (const [place, mark] of times.entries()) {
    const x = wanted[place] ?? 0;
    const sign = signs[place] ?? x;
    const roomPx = (signs[place + 1] ?? area.right) - sign - 2 * signPx - 8;
    drawTimeMark(plane, mark, { x, sign, roomPx, drawing });
  }
}

function drawTimeMark(
  { context, area }: Plane,
  { kind, sign, label }: TimeMark,
  { x, sign: signX, roomPx, drawing }: { x: number; sign: number; roomPx: number; drawing: Drawing },
): void {
  const { theme } = drawing;
  const y = area.top - signPx - 8;
  context.save();
  context.strokeStyle = kind === "break" ? theme.ink : theme.soft;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = kind === "break" ? 2 : 1;
  context.setLineDash(kind === "break" ? [] : [4, 3]);
  context.beginPath();
  context.moveTo(signX, y + signPx);
  context.lineTo(x, area.top);
  context.lineTo(x, area.bottom);
  context.stroke();
  context.beginPath();
  if (kind === "break") context.rect(signX - signPx, y - signPx, 2 * signPx, 2 * signPx);
  else context.arc(signX, y, signPx, 0, 2 * Math.PI);
  context.fill();
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.font = `600 11px ${theme.fontFamily}`;
  context.fillStyle = theme.ground;
  context.fillText(sign, signX, y + 0.5);
  const width = Math.floor(roomPx / halfPx);
  if (width >= fewestColumns) {
    context.textAlign = "left";
    context.font = `12px ${theme.fontFamily}`;
    context.fillStyle = theme.soft;
    context.fillText(wrapLabel(label, { width, mostLines: 1 })[0] ?? "", signX + signPx + 5, y + 0.5);
  }
  context.restore();
}

/** Less of a label than this says nothing. */
const fewestColumns = 9;

/** A point without neighbours has no band: its interval is a line through it. */
function drawLonePoints(chart: Chart, figure: LineFigure, drawing: Drawing): void {
  const { context, across, up } = planeOf(chart);
  for (const [number, { points }] of figure.series.entries()) {
    for (const [place, point] of points.entries()) {
      const isLone = (points[place - 1] ?? null) === null && (points[place + 1] ?? null) === null;
      if (!isLone || point === null || point.interval === null) continue;
      context.save();
      context.strokeStyle = lookOf(number, figure, drawing).colour;
      context.globalAlpha = 0.5;
      context.lineWidth = 3;
      context.beginPath();
      context.moveTo(across(place), up(point.interval.lower));
      context.lineTo(across(place), up(point.interval.upper));
      context.stroke();
      context.restore();
    }
  }
}

const linePx = 15;

/** A line that ended so far from its name is not led to it: the way there would look like its course. */
const farPx = 60;

function drawNames(chart: Chart, figure: LineFigure, drawing: Drawing): void {
  const { context, area, across, up } = planeOf(chart);
  const named = figure.series.flatMap(({ label, points }, number) => {
    const place = points.findLastIndex((point) => point !== null);
    const point = points[place] ?? null;
    if (point === null) return [];
    const lines = wrapLabel(label, { width: nameColumns(drawing), mostLines: 2 });
    return [{ lines, x: across(place), y: up(point.value), colour: lookOf(number, figure, drawing).colour }];
  });
  const most = Math.max(...named.map(({ lines }) => lines.length));
  const half = (most * linePx) / 2;
  const heights = spread(
    named.map(({ y }) => y),
    { apart: most * linePx + 2, from: area.top + half - linePx, to: area.bottom - half + linePx },
  );
  for (const [place, { lines, x, y, colour }] of named.entries()) {
    const height = heights[place] ?? y;
    context.save();
    context.strokeStyle = colour;
    context.fillStyle = colour;
    if (area.right - x < farPx) {
      context.globalAlpha = 0.6;
      context.beginPath();
      context.moveTo(x + 5, y);
      context.lineTo(area.right + 9, height);
      context.stroke();
      context.globalAlpha = 1;
    }
    context.textBaseline = "middle";
    context.font = `600 ${fontPx}px ${drawing.theme.fontFamily}`;
    for (const [line, text] of lines.entries())
      context.fillText(text, area.right + 12, height + (line - (lines.length - 1) / 2) * linePx);
    context.restore();
  }
}
