import type { Drawing } from "../drawing.ts";
import type { Mark } from "../figure.ts";
import type { PlainBars } from "../publishedFigure.ts";
import { axisFor, endsOf, uprightGrid, type Axis } from "./axis.ts";
import type { Block, Shape } from "./shapes.ts";
import { linesAround, textAt, typeSize, widthOf, wrapped } from "./type.ts";
import { whiskerAcross } from "./whisker.ts";

const rowPx = 36;

/** Bars under each other: the name at the left, the number at the right, the interval over the end of the bar. */
export function drawBars(figure: PlainBars, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { places, series, unit } = figure;
  const marks = places.map((_, place) => markAt(series, place));
  const names = places.map(({ label }) =>
    wrapped(label, { widthPx: widthPx * 0.4, size: typeSize.body, mostLines: 2 }),
  );
  const axis = axisFor(endsOf(marks), {
    from: widest(names.flat()) + 10,
    to: widthPx - widest(places.map(({ text }) => text)) - 14,
    ticks: widthPx < 480 ? 3 : 5,
    fromZero: true,
    limit: unit === "share" ? 1 : null,
  });
  const bottom = places.length * rowPx + 4;
  const shapes: Shape[] = uprightGrid(axis, { unit, bottom, drawing });
  for (const [place, { label, text }] of places.entries()) {
    const middle = place * rowPx + rowPx / 2;
    const mark = marks[place] ?? null;
    shapes.push(...linesAround(names[place] ?? [], [0, middle], { size: typeSize.body, fill: theme.ink }));
    if (mark !== null) shapes.push(...barOf(mark, { axis, middle, drawing, says: `${label} ${text}` }));
    const setting =
      mark === null
        ? { size: typeSize.small, fill: theme.soft }
        : { size: typeSize.body, fill: theme.ink, weight: 700 as const };
    shapes.push(textAt(text, [widthPx, middle + 4.5], { ...setting, anchor: "end" }));
  }
  return { shapes, heightPx: bottom + 22 };
}

function markAt(series: PlainBars["series"], place: number): Mark | null {
  return series.map((each) => each.marks[place] ?? null).find((mark) => mark !== null) ?? null;
}

function barOf(
  mark: Mark,
  { axis, middle, drawing: { theme }, says }: { axis: Axis; middle: number; drawing: Drawing; says: string },
): Shape[] {
  const [start, end] = [axis.at(0), axis.at(mark.value)];
  return [
    {
      shape: "rect",
      x: Math.min(start, end),
      y: middle - 9,
      width: Math.max(Math.abs(end - start), 0.5),
      height: 18,
      fill: theme.single,
      radius: 1.5,
      says,
    },
    ...whiskerAcross(mark, { at: axis.at, y: middle, stroke: theme.ink }),
  ];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => widthOf(text, { size: typeSize.body, weight: 700 })));
}
