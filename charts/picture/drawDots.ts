import type { Drawing } from "../drawing.ts";
import type { DotFigure, Mark } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import { gapsAre } from "../words.ts";
import { axisFor, endsOf, ticksFor, uprightGrid, type Axis } from "./axis.ts";
import { legend } from "./legend.ts";
import { nameOf, rowsFor, type Rows } from "./rows.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { paragraph, textAt, typeSize, widthOf } from "./type.ts";
import { dotAcross } from "./whisker.ts";

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
  const texts =
    series.length === 1 ? places.map((_, place) => numberOf(series[0]?.marks[place] ?? null, figure, drawing)) : [];
  const textWidth = Math.max(0, ...texts.map((text) => widthOf(text, { size: typeSize.small }) * 1.04 + 12));
  const rows = rowsFor(
    places.map(({ label }) => label),
    { widthPx, rowPx: 22 + series.length * 9, beside: textWidth + 8, besideNames: textWidth, nameShare: 0.38 },
  );
  const body = rowsOf(figure, drawing, { rows, texts, to: widthPx - (rows.isAbove ? 14 : textWidth + 8) });
  const hasGaps = series.some(({ marks }) => places.some((_, place) => marks[place] == null));
  const gaps = paragraph(hasGaps ? gapsAre(drawing.language) : "", widthPx, {
    size: typeSize.small,
    fill: theme.soft,
  });
  return stacked([key, body, gaps]);
}

function rowsOf(
  figure: DotFigure,
  drawing: Drawing,
  { rows: { rows, from, isAbove, heightPx }, texts, to }: { rows: Rows; texts: readonly string[]; to: number },
): Block {
  const { theme, widthPx } = drawing;
  const { series, unit, reference } = figure;
  const ends = [...endsOf(series.flatMap(({ marks }) => marks)), ...(reference === null ? [] : [reference])];
  const axis = axisFor(ends, {
    from,
    to,
    ticks: ticksFor(to - from),
    fromZero: false,
    limit: unit === "share" ? 1 : null,
  });
  const bottom = heightPx;
  const shapes: Shape[] = uprightGrid(axis, { unit, bottom, drawing });
  if (reference !== null) {
    const x = axis.at(reference);
    shapes.push({ shape: "line", from: [x, 0], to: [x, bottom], stroke: theme.soft, width: 1.5, dash: [4, 3] });
  }
  for (const [place, row] of rows.entries()) {
    shapes.push(...nameOf(row, theme.ink), ...dotsAt(figure, drawing, { place, middle: row.middle, axis }));
    const text = texts[place];
    const y = (isAbove ? row.nameMiddle - ((row.lines.length - 1) * typeSize.body * 1.25) / 2 : row.middle) + 4;
    if (text !== undefined)
      shapes.push(textAt(text, [widthPx, y], { size: typeSize.small, fill: theme.ink, anchor: "end" }));
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
    const marked = dot([axis.at(mark.value), y], number, { of: series.length, drawing, says });
    return dotAcross(mark, marked, { at: axis.at, y, stroke: drawing.theme.ink, halfPx: 3.5 });
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
