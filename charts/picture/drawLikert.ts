import type { Drawing } from "../drawing.ts";
import { formatShare } from "../format.ts";
import type { LikertFigure } from "../publishedFigure.ts";
import { orderedColours } from "../theme.ts";
import { axisFor, endsOf } from "./axis.ts";
import { legend } from "./legend.ts";
import { moved, type Block, type Shape } from "./shapes.ts";
import { inkOn, linesAround, textAt, typeSize, widthOf, wrapped } from "./type.ts";
import { whiskerAcross } from "./whisker.ts";

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
  const names = places.map(({ label }) =>
    wrapped(label, { widthPx: widthPx * (isNarrow ? 0.3 : 0.32), size: typeSize.body, mostLines: 3 }),
  );
  const nameWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, { size: typeSize.body }) * 1.03)) + 12;
  const texts = figure.beside === null ? places.map(({ text }) => text) : [];
  const textWidth = Math.max(0, ...texts.map((text) => widthOf(text, { size: typeSize.small }) + 8));
  const body = rowsOf(figure, drawing, { names, from: nameWidth, to: widthPx - besideWidth - textWidth, colours });
  const head = key.heightPx + (figure.beside === null ? 6 : 24);
  const shapes = [...key.shapes, ...moved(body.shapes, [0, head])];
  if (figure.beside !== null)
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
    names,
    from,
    to,
    colours,
  }: { names: readonly (readonly string[])[]; from: number; to: number; colours: readonly string[] },
): Block {
  const { theme, widthPx } = drawing;
  const rowPx = figure.beside === null ? 36 : 44;
  const shapes: Shape[] = [];
  for (const [place, { label }] of figure.places.entries()) {
    const middle = place * rowPx + rowPx / 2;
    shapes.push(
      ...linesAround(names[place] ?? [], [0, middle], { size: typeSize.body, fill: theme.ink }),
      ...partsOf(figure, drawing, { place, middle, from, to, colours, label }),
    );
    if (figure.beside === null) {
      const { text } = figure.places[place] ?? { text: "" };
      shapes.push(textAt(text, [widthPx, middle + 4], { size: typeSize.small, fill: theme.soft, anchor: "end" }));
    }
  }
  shapes.push(...besideOf(figure, drawing, { from: to + 14, rowPx }));
  return { shapes, heightPx: figure.places.length * rowPx + 4 };
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
  { from, rowPx }: { from: number; rowPx: number },
): Shape[] {
  if (beside === null) return [];
  const axis = axisFor(endsOf(places.map((place) => place.beside)), {
    from: from + 4,
    to: widthPx - 4,
    ticks: 3,
    fromZero: true,
  });
  const bottom = places.length * rowPx;
  const zero = axis.at(0);
  const shapes: Shape[] = [{ shape: "line", from: [zero, 0], to: [zero, bottom], stroke: theme.line, width: 1.5 }];
  for (const [place, { text, beside: mark }] of places.entries()) {
    const middle = place * rowPx + rowPx / 2;
    if (mark !== null)
      shapes.push(...whiskerAcross(mark, { at: axis.at, y: middle - 5, stroke: theme.ink }), {
        shape: "circle",
        at: [axis.at(mark.value), middle - 5],
        radius: 4,
        fill: theme.single,
        stroke: theme.ground,
        width: 1,
        says: text,
      });
    // Where there is no room for both ends of the interval, it is drawn only.
    const fits = widthOf(text, { size: typeSize.small }) < widthPx - from + 6;
    const shown = fits ? text : (text.split(" (")[0] ?? "");
    shapes.push(textAt(shown, [widthPx, middle + 14], { size: typeSize.small, fill: theme.ink, anchor: "end" }));
  }
  return shapes;
}
