import type { Drawing } from "../drawing.ts";
import type { LineFigure, Point } from "../figure.ts";
import { lookOf } from "../lineLook.ts";
import { spread } from "../spread.ts";
import { axisFor, endsOf, levelGrid, type Axis } from "./axis.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { linesOfSigns, signPx, timesTold } from "./timeMarks.ts";
import { textAt, typeSize, widthOf, wrapped } from "./type.ts";
import { whiskerUp } from "./whisker.ts";

/** Lines over time with their bands, each named at its end; what happened on the way is numbered above and told below. */
export function drawLines(figure: LineFigure, drawing: Drawing): Block {
  const { widthPx } = drawing;
  const { series, times, places } = figure;
  const isNamed = series.length > 1;
  const names = series.map(({ label }) =>
    wrapped(label, { widthPx: Math.min(widthPx * 0.26, 150), ...nameType, mostLines: 3 }),
  );
  const nameWidth = isNamed ? Math.max(...names.flat().map((line) => widthOf(line, nameType) * 1.03)) : 0;
  const across = { from: 44, to: widthPx - (isNamed ? nameWidth + 12 : 10) };
  const signLines = linesOfSigns(times.map(({ at }) => acrossAt(at, places.length, across)));
  const top = 6 + signPx * Math.max(0, ...signLines.map((line) => line + 1));
  const namesPx = isNamed ? names.reduce((sum, lines) => sum + roomOf(lines), 0) : 0;
  // Two of them, with what is said of each, go on a page of a report.
  const bottom = top + Math.max(170, Math.min(336, (widthPx - 260) * 0.56), namesPx);
  const frame: PlotFrame = { ...across, top, bottom, axis: valuesOf(figure, { from: bottom, to: top, ticks: 5 }) };
  const shapes: Shape[] = [...gridOf(figure, drawing, frame), ...marksOf(figure, drawing, { frame, signLines })];
  for (const place of series.keys()) shapes.push(...lineOf(figure, drawing, { place, frame }));
  if (isNamed) shapes.push(...namesOf(figure, drawing, { frame, names }));
  return stacked([{ shapes, heightPx: bottom + 26 }, timesTold(figure, drawing)]);
}

const nameType = { size: typeSize.small, weight: 700 } as const;

/** How much height a name needs. */
function roomOf(lines: readonly string[]): number {
  return lines.length * 13 + 2;
}

/** Where lines are drawn. */
export interface PlotFrame {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly axis: Axis;
}

type Lines = Pick<LineFigure, "unit" | "places" | "series" | "fromZero" | "times" | "n">;

/** The upright axis for all lines of a figure. */
export function valuesOf(
  { series, fromZero, unit }: Lines,
  { from, to, ticks }: { from: number; to: number; ticks: number },
): Axis {
  const ends = endsOf(series.flatMap(({ points }) => points));
  return axisFor(ends, { from, to, ticks, fromZero, limit: unit === "share" ? 1 : null });
}

/** Where a place of the axis of time is. */
export function acrossAt(place: number, places: number, { from, to }: Pick<PlotFrame, "from" | "to">): number {
  return places < 2 ? (from + to) / 2 : from + 6 + (place / (places - 1)) * (to - from - 12);
}

function gridOf({ places, unit }: Lines, drawing: Drawing, frame: PlotFrame): Shape[] {
  const { axis, from, to, bottom } = frame;
  const small = { size: typeSize.small, fill: drawing.theme.soft };
  const lines = levelGrid(axis, { unit, from, to, drawing });
  const room = Math.max(...places.map(({ label }) => widthOf(label, { size: typeSize.small }))) + 18;
  const every = Math.max(1, Math.ceil((places.length * room) / (to - from)));
  const days = places.flatMap(({ label }, place): Shape[] =>
    place % every === 0
      ? [textAt(label, [acrossAt(place, places.length, frame), bottom + 17], { ...small, anchor: "middle" })]
      : [],
  );
  return [...lines, ...days];
}

function marksOf(
  { times, places }: Lines,
  { theme }: Drawing,
  { frame, signLines }: { frame: PlotFrame; signLines: readonly number[] },
): Shape[] {
  const placed = times.map(({ at, ...time }, place) => ({
    ...time,
    x: acrossAt(at, places.length, frame),
    middle: frame.top - 10 - (signLines[place] ?? 0) * signPx,
  }));
  // Signs over all lines: the line of a higher one would strike through those below.
  return [
    ...placed.map(({ x, middle, kind }): Shape => ({
      shape: "line",
      from: [x, middle + 8],
      to: [x, frame.bottom],
      stroke: theme.soft,
      width: 1,
      dash: kind === "break" ? [2, 2] : [5, 4],
    })),
    ...placed.flatMap(({ x, middle, sign }): Shape[] => [
      { shape: "circle", at: [x, middle], radius: 8, fill: theme.ground, stroke: theme.soft, width: 1 },
      textAt(sign, [x, middle + 3.8], { size: 10.5, fill: theme.ink, anchor: "middle" }),
    ]),
  ];
}

/** A line with its band; points without a neighbour are dots with an interval. */
export function lineOf(
  figure: Lines,
  { theme, ...drawing }: Drawing,
  { place, frame, colour: given }: { place: number; frame: PlotFrame; colour?: string },
): Shape[] {
  const look = lookOf(place, { ...figure, kind: "lines", title: "" }, { theme, ...drawing });
  const colour = given ?? look.colour;
  const points = figure.series[place]?.points ?? [];
  const across = (at: number): number => acrossAt(at, points.length, frame);
  return stretchesOf(points).flatMap((stretch): Shape[] => {
    const spots = stretch.map(({ at, point }): Spot => [across(at), frame.axis.at(point.value)]);
    const [only] = stretch;
    if (stretch.length === 1 && only !== undefined)
      return [
        ...whiskerUp(only.point, { at: frame.axis.at, x: across(only.at), stroke: colour }),
        { shape: "circle", at: spots[0] ?? [0, 0], radius: 3.5, fill: colour },
      ];
    const upper = stretch.map(({ at, point }): Spot => [
      across(at),
      frame.axis.at(point.interval?.upper ?? point.value),
    ]);
    const lower = stretch.map(({ at, point }): Spot => [
      across(at),
      frame.axis.at(point.interval?.lower ?? point.value),
    ]);
    return [
      { shape: "path", spots: [...upper, ...lower.reverse()], fill: colour, opacity: 0.18 },
      {
        shape: "path",
        spots,
        stroke: colour,
        width: 2.2,
        ...(given === undefined && look.dash.length > 0 && { dash: look.dash }),
      },
    ];
  });
}

interface Placed {
  readonly at: number;
  readonly point: Point;
}

function stretchesOf(points: readonly (Point | null)[]): Placed[][] {
  const stretches: Placed[][] = [];
  for (const [at, point] of points.entries()) {
    if (point === null) continue;
    if (at > 0 && points[at - 1] !== null) stretches.at(-1)?.push({ at, point });
    else stretches.push([{ at, point }]);
  }
  return stretches;
}

function namesOf(
  figure: Lines,
  drawing: Drawing,
  { frame, names }: { frame: PlotFrame; names: readonly (readonly string[])[] },
): Shape[] {
  const named = figure.series.flatMap(({ points }, place) => {
    const last = points.flatMap((point) => point ?? []).at(-1);
    return last === undefined ? [] : [{ lines: names[place] ?? [], height: frame.axis.at(last.value), place }];
  });
  const heights = spread(
    named.map(({ height }) => height),
    { apart: named.map(({ lines }) => roomOf(lines)), from: frame.top + 4, to: frame.bottom },
  );
  return named.flatMap(({ lines, place, height }, number) => {
    const { colour } = lookOf(place, { ...figure, kind: "lines", title: "" }, drawing);
    const y = heights[number] ?? height;
    const first = y - ((lines.length - 1) * 13) / 2 + 4;
    return [
      { shape: "line", from: [frame.to - 2, height], to: [frame.to + 8, y], stroke: colour, width: 1 } as const,
      ...lines.map((line, at) => textAt(line, [frame.to + 11, first + at * 13], { ...nameType, fill: colour })),
    ];
  });
}
