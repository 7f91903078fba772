import type { Drawing } from "../drawing.ts";
import { formatShare } from "../format.ts";
import type { LikertFigure } from "../publishedFigure.ts";
import { orderedColours } from "../theme.ts";
import { axisFor, endsOf } from "./axis.ts";
import { legend } from "./legend.ts";
import { nameOf, rowsFor, type Rows } from "./rows.ts";
import { moved, type Block, type Shape } from "./shapes.ts";
import { inkOn, textAt, typeSize, widthOf } from "./type.ts";
import { dotAcross } from "./whisker.ts";

/** Bars of 100% with their parts' numbers inside, and at the right what sums each up: a dot with its interval. */
export function drawLikert(figure: LikertFigure, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { places, series } = figure;
  const colours = orderedColours(theme, series.length);
  const key = legend(
    series.map(({ label }, place) => ({
      label,
      swatch: (x, y) => [
        { shape: "rect", x: x - 6, y: y - 6, width: 12, height: 12, fill: colours[place] ?? theme.single, radius: 2 },
      ],
    })),
    { widthPx, fill: theme.ink },
  );
  const isNarrow = widthPx < 560;
  const besideWidth = figure.beside === null ? 0 : isNarrow ? 92 : 190;
  const texts = figure.beside === null ? places.map(({ text }) => text) : [];
  const beside = besideWidth + Math.max(0, ...texts.map((text) => widthOf(text, { size: typeSize.small }) + 8));
  const rows = rowsFor(
    places.map(({ label }) => label),
    { widthPx, rowPx: figure.beside === null ? 36 : 44, beside, nameShare: isNarrow ? 0.3 : 0.32 },
  );
  const body = rowsOf(figure, drawing, { rows, to: widthPx - beside, colours });
  const hasBeside = places.some((place) => place.beside !== null);
  const head = key.heightPx + (hasBeside ? 24 : 6);
  const shapes = [...key.shapes, ...moved(body.shapes, [0, head])];
  if (figure.beside !== null && hasBeside)
    shapes.push(
      textAt(figure.beside.label, [widthPx, head - 8], {
        size: typeSize.small,
        fill: theme.soft,
        weight: 700,
        anchor: "end",
      }),
    );
  return { shapes, heightPx: head + body.heightPx };
}

function rowsOf(
  figure: LikertFigure,
  drawing: Drawing,
  {
    rows: { rows, from: behindNames, isAbove, heightPx },
    to,
    colours,
  }: { rows: Rows; to: number; colours: readonly string[] },
): Block {
  const { theme, widthPx } = drawing;
  const from = isAbove ? 0 : behindNames;
  const soft = { size: typeSize.small, fill: theme.soft };
  const shapes = rows.flatMap((row, place): Shape[] => {
    const { label = "", text = "" } = figure.places[place] ?? {};
    const { middle } = row;
    const parts = partsOf(figure, drawing, { place, middle, from, to, colours, label });
    // Why there is no bar stands where it would be.
    const why = parts.length === 0 ? [textAt(text, [from, middle + 4], soft)] : [];
    const n =
      figure.beside === null && parts.length > 0
        ? [textAt(text, [widthPx, middle + 4], { ...soft, anchor: "end" as const })]
        : [];
    return [...nameOf(row, theme.ink), ...parts, ...why, ...n];
  });
  shapes.push(...besideOf(figure, drawing, { from: to + 14, rows }));
  return { shapes, heightPx: heightPx + 4 };
}

function partsOf(
  { series, n }: LikertFigure,
  { theme, language }: Drawing,
  {
    place,
    middle,
    from,
    to,
    colours,
    label,
  }: { place: number; middle: number; from: number; to: number; colours: readonly string[]; label: string },
): Shape[] {
  const shapes: Shape[] = [];
  let done = 0;
  for (const [number, { label: name, marks }] of series.entries()) {
    const mark = marks[place] ?? null;
    if (mark === null) continue;
    const fill = colours[number] ?? theme.single;
    const x = from + done * (to - from);
    const width = mark.value * (to - from);
    const text = formatShare(mark.value, { language, n });
    shapes.push({
      shape: "rect",
      x,
      y: middle - 11,
      width: Math.max(0, width - 1),
      height: 22,
      fill,
      says: `${label} · ${name} ${text}`,
    });
    const short = text.replace(/[.,]\d+%$/, "%");
    const size = typeSize.small;
    const fitting = [text, short].find((each) => widthOf(each, { size }) + 6 < width);
    if (fitting !== undefined)
      shapes.push(
        textAt(
          fitting === text ? text : formatShare(Math.round(mark.value * 100) / 100, { language, n: 1 }),
          [x + width / 2, middle + 4],
          { size, fill: inkOn(fill, theme), anchor: "middle" },
        ),
      );
    done += mark.value;
  }
  return shapes;
}

function besideOf(
  { beside, places }: LikertFigure,
  { theme, widthPx }: Drawing,
  { from, rows }: { from: number; rows: Rows["rows"] },
): Shape[] {
  if (beside === null || places.every((place) => place.beside === null)) return [];
  const axis = axisFor(endsOf(places.map((place) => place.beside)), {
    from: from + 4,
    to: widthPx - 4,
    ticks: 3,
    fromZero: true,
  });
  const zero = axis.at(0);
  const shapes: Shape[] = [];
  for (const [place, { middle }] of rows.entries()) {
    const { text = "", beside: mark = null } = places[place] ?? {};
    if (mark === null) continue;
    shapes.push({ shape: "line", from: [zero, middle - 17], to: [zero, middle + 21], stroke: theme.line, width: 1.5 });
    const dot: Shape = {
      shape: "circle",
      at: [axis.at(mark.value), middle - 5],
      radius: 4,
      fill: theme.single,
      stroke: theme.ground,
      width: 1,
      says: text,
    };
    shapes.push(...dotAcross(mark, [dot], { at: axis.at, y: middle - 5, stroke: theme.ink }));
    // Where there is no room for both ends of the interval, it is drawn only.
    const fits = widthOf(text, { size: typeSize.small }) < widthPx - from + 6;
    const shown = fits ? text : (text.split(" (")[0] ?? "");
    shapes.push(
      textAt(shown, [widthPx, middle + 14], {
        size: typeSize.small,
        fill: theme.ink,
        anchor: "end",
        halo: theme.ground,
      }),
    );
  }
  return shapes;
}
