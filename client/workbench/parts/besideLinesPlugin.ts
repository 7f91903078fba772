import type { Chart, Plugin } from "chart.js";
import type { BesideLines } from "../../../charts/besideLines.ts";
import { fontPx, halfPx } from "../../../charts/drawing.ts";
import { spread } from "../../../charts/spread.ts";
import { wrapLabel } from "../../../charts/wrapLabel.ts";

/** Draws beside the lines of a chart what its configuration says under `besideLines`; nothing where it says nothing. */
export const besideLinesPlugin: Plugin & { descriptors: object } = {
  id: "besideLines",
  // What is given is data: nothing to be called or picked from by place.
  descriptors: { _scriptable: false, _indexable: false },
  beforeDatasetsDraw(chart, _, options) {
    const beside = options as Partial<BesideLines>;
    if (!isWhole(beside)) return;
    drawMarks(planeOf(chart), beside);
    for (const interval of beside.intervals) drawInterval(planeOf(chart), interval);
  },
  afterDatasetsDraw(chart, _, options) {
    const beside = options as Partial<BesideLines>;
    if (isWhole(beside)) drawNames(planeOf(chart), beside);
  },
};

/** Every chart has options for every plugin: they are empty where none were given. */
function isWhole(beside: Partial<BesideLines>): beside is BesideLines {
  return beside.marks !== undefined;
}

/** The plane of a chart that was laid out. */
interface Plane {
  readonly pen: CanvasRenderingContext2D;
  readonly area: Chart["chartArea"];
  readonly across: (place: number) => number;
  readonly up: (value: number) => number;
}

function planeOf({ ctx, chartArea, scales }: Chart): Plane {
  return {
    pen: ctx,
    area: chartArea,
    across: (place) => scales["x"]?.getPixelForValue(place) ?? 0,
    up: (value) => scales["y"]?.getPixelForValue(value) ?? 0,
  };
}

const signPx = 9;

function drawMarks(plane: Plane, { marks, theme }: BesideLines): void {
  const { area } = plane;
  const wanted = marks.map(({ at }) => plane.across(at));
  const signs = spread(wanted, { apart: 2 * signPx + 4, from: area.left, to: area.right });
  for (const [place, mark] of marks.entries()) {
    const x = wanted[place] ?? 0;
    const signX = signs[place] ?? x;
    const roomPx = (signs[place + 1] ?? area.right) - signX - 2 * signPx - 8;
    drawMark(plane, mark, { x, signX, roomPx, theme });
  }
}

interface MarkPlace {
  readonly x: number;
  readonly signX: number;
  readonly roomPx: number;
  readonly theme: BesideLines["theme"];
}

function drawMark(
  { pen, area }: Plane,
  { kind, sign, label }: BesideLines["marks"][number],
  { x, signX, roomPx, theme }: MarkPlace,
): void {
  const y = area.top - signPx - 8;
  const isBreak = kind === "break";
  pen.save();
  pen.strokeStyle = pen.fillStyle = isBreak ? theme.ink : theme.soft;
  pen.lineWidth = isBreak ? 2 : 1;
  pen.setLineDash(isBreak ? [] : [4, 3]);
  pen.beginPath();
  pen.moveTo(signX, y + signPx);
  pen.lineTo(x, area.top);
  pen.lineTo(x, area.bottom);
  pen.stroke();
  pen.beginPath();
  if (isBreak) pen.rect(signX - signPx, y - signPx, 2 * signPx, 2 * signPx);
  else pen.arc(signX, y, signPx, 0, 2 * Math.PI);
  pen.fill();
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  pen.font = `600 11px ${theme.fontFamily}`;
  pen.fillStyle = theme.ground;
  pen.fillText(sign, signX, y + 0.5);
  const width = Math.floor(roomPx / halfPx);
  if (width >= fewestColumns) {
    pen.textAlign = "left";
    pen.font = `12px ${theme.fontFamily}`;
    pen.fillStyle = theme.soft;
    pen.fillText(wrapLabel(label, { width, mostLines: 1 })[0] ?? "", signX + signPx + 5, y + 0.5);
  }
  pen.restore();
}

/** Less of a label than this says nothing. */
const fewestColumns = 9;

function drawInterval(
  { pen, across, up }: Plane,
  { place, lower, upper, colour }: BesideLines["intervals"][number],
): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.5;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.moveTo(across(place), up(lower));
  pen.lineTo(across(place), up(upper));
  pen.stroke();
  pen.restore();
}

const linePx = 15;

/** A line that ended so far from its name is not led to it: the way there would look like its course. */
const farPx = 60;

function drawNames({ pen, area, across, up }: Plane, { names, theme }: BesideLines): void {
  const heightPx = Math.max(...names.map(({ text }) => text.length)) * linePx;
  const heights = spread(
    names.map(({ value }) => up(value)),
    { apart: heightPx + 2, from: area.top + heightPx / 2 - linePx, to: area.bottom - heightPx / 2 + linePx },
  );
  for (const [number, { text, place, value, colour }] of names.entries()) {
    const [x, y] = [across(place), up(value)];
    const height = heights[number] ?? y;
    pen.save();
    pen.strokeStyle = pen.fillStyle = colour;
    if (area.right - x < farPx) {
      pen.beginPath();
      pen.moveTo(x + 5, y);
      pen.lineTo(area.right + 9, height);
      pen.stroke();
    }
    pen.textBaseline = "middle";
    pen.font = `600 ${fontPx}px ${theme.fontFamily}`;
    for (const [line, words] of text.entries())
      pen.fillText(words, area.right + 12, height + (line - (text.length - 1) / 2) * linePx);
    pen.restore();
  }
}
