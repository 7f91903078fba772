import type { Drawing } from "../drawing.ts";
import type { DotFigure, Mark } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import { axisFor, endsOf, uprightGrid, type Axis } from "./axis.ts";
import { legend } from "./legend.ts";
import { moved, type Block, type Shape, type Spot } from "./shapes.ts";
import { linesAround, textAt, typeSize, widthOf, wrapped } from "./type.ts";
import { whiskerAcross } from "./whisker.ts";

/** Places under each other, at each the series' dots with their intervals; a single series has its numbers at the right. */
export function drawDots(figure: DotFigure, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { places, series } = figure;
  const key = legend(
    series.length < 2
      ? []
      : series.map(({ label }, place) => ({
          label,
          swatch: (x, y) => dot([x, y], place, { of: series.length, drawing }),
        })),
    { widthPx, fill: theme.ink },
  );
  const names = places.map(({ label }) =>
    wrapped(label, { widthPx: widthPx * 0.38, size: typeSize.body, mostLines: 2 }),
  );
  const nameWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, { size: typeSize.body }) * 1.03)) + 14;
  const texts =
    series.length === 1 ? places.map((_, place) => numberOf(series[0]?.marks[place] ?? null, figure, drawing)) : [];
  const textWidth = Math.max(0, ...texts.map((text) => widthOf(text, { size: typeSize.small }) * 1.04 + 12));
  const body = rowsOf(figure, drawing, { names, texts, from: nameWidth, to: widthPx - textWidth - 8 });
  return { shapes: [...key.shapes, ...moved(body.shapes, [0, key.heightPx])], heightPx: key.heightPx + body.heightPx };
}

function rowsOf(
  figure: DotFigure,
  drawing: Drawing,
  {
    names,
    texts,
    from,
    to,
  }: { names: readonly (readonly string[])[]; texts: readonly string[]; from: number; to: number },
): Block {
  const { theme, widthPx } = drawing;
  const { places, series, unit, reference } = figure;
  const ends = [...endsOf(series.flatMap(({ marks }) => marks)), ...(reference === null ? [] : [reference])];
  const axis = axisFor(ends, { from, to, ticks: widthPx < 480 ? 3 : 5, fromZero: false });
  const rowPx = 22 + series.length * 9;
  const bottom = places.length * rowPx;
  const shapes: Shape[] = uprightGrid(axis, { unit, bottom, drawing });
  if (reference !== null) {
    const x = axis.at(reference);
    shapes.push({ shape: "line", from: [x, 0], to: [x, bottom], stroke: theme.soft, width: 1.5, dash: [4, 3] });
  }
  for (const place of places.keys()) {
    const middle = place * rowPx + rowPx / 2;
    shapes.push(
      ...linesAround(names[place] ?? [], [0, middle], { size: typeSize.body, fill: theme.ink }),
      ...dotsAt(figure, drawing, { place, middle, axis }),
    );
    const text = texts[place];
    if (text !== undefined)
      shapes.push(textAt(text, [widthPx, middle + 4], { size: typeSize.small, fill: theme.ink, anchor: "end" }));
  }
  return { shapes, heightPx: bottom + 22 };
}

function dotsAt(
  figure: DotFigure,
  drawing: Drawing,
  { place, middle, axis }: { place: number; middle: number; axis: Axis },
): Shape[] {
  const { series, places } = figure;
  return series.flatMap(({ marks }, number): Shape[] => {
    const mark = marks[place] ?? null;
    if (mark === null) return [];
    const y = middle + (number - (series.length - 1) / 2) * 13;
    const says = `${places[place]?.label ?? ""} ${numberOf(mark, figure, drawing)}`;
    return [
      ...whiskerAcross(mark, { at: axis.at, y, stroke: drawing.theme.ink, halfPx: 3.5 }),
      ...dot([axis.at(mark.value), y], number, { of: series.length, drawing, says }),
    ];
  });
}

/** Told apart by shape and fill as well as colour: a filled dot, an open one, a square. */
function dot(
  [x, y]: Spot,
  place: number,
  { of, drawing: { theme }, says = "" }: { of: number; drawing: Drawing; says?: string },
): Shape[] {
  const colour = of === 1 ? theme.single : (theme.groups[place] ?? theme.single);
  const said = says === "" ? {} : { says };
  if (place === 2) return [{ shape: "rect", x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: colour, ...said }];
  return [
    {
      shape: "circle",
      at: [x, y],
      radius: 5,
      fill: place === 1 ? theme.ground : colour,
      stroke: colour,
      width: 2,
      ...said,
    },
  ];
}

function numberOf(mark: Mark | null, { unit, n }: DotFigure, { language }: Drawing): string {
  if (mark === null) return "–";
  const style = { language, n };
  return `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
}
