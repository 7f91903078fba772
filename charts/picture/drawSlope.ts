import type { Drawing } from "../drawing.ts";
import type { Mark } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import type { SlopeFigure } from "../publishedFigure.ts";
import { spread } from "../spread.ts";
import { gapsAre } from "../words.ts";
import { endsOf } from "./axis.ts";
import { stacked, type Block, type Shape } from "./shapes.ts";
import { linesAround, paragraph, textAt, typeSize, widthOf, wrapped } from "./type.ts";
import { whiskerUp } from "./whisker.ts";

/** A line from one period to the other for each thing, its number and interval at both ends. */
export function drawSlope(figure: SlopeFigure, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { lines, sides } = figure;
  const side = widthPx * (widthPx < 520 ? 0.36 : 0.31);
  const names = lines.map(({ label }) => wrapped(label, { widthPx: side - 18, ...nameType, mostLines: 3 }));
  const room = names.map((name) => name.length * 13 + 16);
  const heightPx = Math.max(
    170,
    room.reduce((sum, each) => sum + each, 0),
  );
  const [left, right, top, bottom] = [side, widthPx - side, 50, 50 + heightPx];
  const ends = endsOf(lines.flatMap(({ from, to }) => [from, to]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number): number => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const colours = lines.map((_, place) => theme.groups[place % theme.groups.length] ?? theme.single);
  const shapes: Shape[] = [left, right].flatMap((x, place): Shape[] => [
    { shape: "line", from: [x, 38], to: [x, bottom + 6], stroke: theme.line, width: 1.5 },
    ...linesAround(sideInLines(sides[place] ?? "", side), [x + (place === 0 ? 4 : -4), 18], {
      ...nameType,
      fill: theme.ink,
      anchor: place === 0 ? "end" : "start",
    }),
  ]);
  for (const [place, line] of lines.entries())
    shapes.push(...lineOf(line, { left, right, at, stroke: colours[place] ?? theme.single }));
  const labels = (marks: readonly (Mark | null)[], x: number, anchor: "start" | "end"): Shape[] =>
    endLabels(figure, drawing, { marks, x, anchor, names, room, side, at, colours, ends: [top, bottom] });
  shapes.push(
    ...labels(
      lines.map(({ from }) => from),
      left - 12,
      "end",
    ),
    ...labels(
      lines.map(({ to }) => to),
      right + 12,
      "start",
    ),
  );
  const hasGaps = lines.some(({ from, to }) => from === null || to === null);
  const gaps = paragraph(hasGaps ? gapsAre(drawing.language) : "", widthPx, {
    size: typeSize.small,
    fill: theme.soft,
  });
  return stacked([{ shapes, heightPx: bottom + 20 }, gaps]);
}

/** A period in one line, or each of its days in one of its own. */
function sideInLines(text: string, widthPx: number): readonly string[] {
  if (widthOf(text, nameType) <= widthPx || !text.includes(" – "))
    return wrapped(text, { widthPx, ...nameType, mostLines: 2 });
  const [first = "", ...rest] = text.split(" – ");
  return [`${first} –`, rest.join(" – ")];
}

function numberSize(text: string, widthPx: number): number {
  return [10.5, 9.5].find((size) => widthOf(text, { size }) < widthPx - 12) ?? 8.5;
}

const nameType = { size: typeSize.small, weight: 700 } as const;

function lineOf(
  { label, from, to }: SlopeFigure["lines"][number],
  { left, right, at, stroke }: { left: number; right: number; at: (value: number) => number; stroke: string },
): Shape[] {
  const between: Shape[] =
    from === null || to === null
      ? []
      : [{ shape: "line", from: [left, at(from.value)], to: [right, at(to.value)], stroke, width: 2 }];
  const ends = (
    [
      [left, from],
      [right, to],
    ] as const
  ).flatMap(([x, mark]): Shape[] =>
    mark === null
      ? []
      : [
          ...whiskerUp(mark, { at, x, stroke, halfPx: 3 }),
          { shape: "circle", at: [x, at(mark.value)], radius: 4, fill: stroke, says: label },
        ],
  );
  return [...between, ...ends];
}

function endLabels(
  { unit, n }: SlopeFigure,
  { language }: Drawing,
  {
    marks,
    x,
    anchor,
    names,
    room,
    side,
    at,
    colours,
    ends: [from, to],
  }: {
    marks: readonly (Mark | null)[];
    x: number;
    anchor: "start" | "end";
    names: readonly (readonly string[])[];
    room: readonly number[];
    side: number;
    at: (value: number) => number;
    colours: readonly string[];
    ends: readonly [number, number];
  },
): Shape[] {
  const placed = marks.flatMap((mark, place) => (mark === null ? [] : [{ mark, place, height: at(mark.value) }]));
  const heights = spread(
    placed.map(({ height }) => height),
    { apart: placed.map(({ place }) => room[place] ?? 0), from, to },
  );
  const style = { language, n };
  return placed.flatMap(({ mark, place, height }, number) => {
    const y = heights[number] ?? 0;
    const fill = colours[place] ?? "";
    const name = names[place] ?? [];
    const numbers = `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
    const first = y - (name.length * 13 + 12) / 2 + 10;
    const [near, far] = anchor === "end" ? [x + 8, x + 2] : [x - 8, x - 2];
    return [
      // Where labels had to make room for each other, a line leads to each.
      ...(Math.abs(y - height) > 3
        ? [{ shape: "line", from: [near, height], to: [far, y], stroke: fill, width: 0.8 } as const]
        : []),
      ...name.map((line, at) => textAt(line, [x, first + at * 13], { ...nameType, fill, anchor })),
      textAt(numbers, [x, first + name.length * 13 - 0.5], { size: numberSize(numbers, side), fill, anchor }),
    ];
  });
}
