import type { Drawing } from "../drawing.ts";
import type { Mark } from "../figure.ts";
import type { PlainBars } from "../publishedFigure.ts";
import { axisFor, endsOf, ticksFor, uprightGrid, type Axis } from "./axis.ts";
import { nameOf, rowsFor } from "./rows.ts";
import type { Block, Shape } from "./shapes.ts";
import { textAt, typeSize, widthOf } from "./type.ts";
import { whiskerAcross } from "./whisker.ts";

/** Bars under each other: the name at the left, the number at the right, the interval over the end of the bar. */
export function drawBars(figure: PlainBars, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { places, series, unit } = figure;
  const marks = places.map((_, place) => markAt(series, place));
  // Why there is no bar may stand where the bar would be.
  const numbers = places.flatMap(({ text }, place) => (marks[place] == null ? [] : [text]));
  const beside = Math.max(0, ...numbers.map((text) => widthOf(text, { size: typeSize.body, weight: 700 }))) + 14;
  const { rows, from, heightPx } = rowsFor(
    places.map(({ label }) => label),
    { widthPx, rowPx: 36, beside, nameShare: 0.4 },
  );
  const to = widthPx - beside;
  const axis = axisFor(endsOf(marks), {
    from,
    to,
    ticks: ticksFor(to - from),
    fromZero: true,
    limit: unit === "share" ? 1 : null,
  });
  const bottom = heightPx + 4;
  const shapes: Shape[] = numbers.length === 0 ? [] : uprightGrid(axis, { unit, bottom, drawing });
  for (const [place, row] of rows.entries()) {
    const { label = "", text = "" } = places[place] ?? {};
    const mark = marks[place] ?? null;
    shapes.push(...nameOf(row, theme.ink));
    if (mark !== null) shapes.push(...barOf(mark, { axis, middle: row.middle, drawing, says: `${label} ${text}` }));
    const setting =
      mark === null
        ? { size: typeSize.small, fill: theme.soft, halo: theme.ground }
        : { size: typeSize.body, fill: theme.ink, weight: 700 as const };
    shapes.push(textAt(text, [widthPx, row.middle + 4.5], { ...setting, anchor: "end" }));
  }
  return { shapes, heightPx: numbers.length === 0 ? bottom : bottom + 22 };
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
