import type { Drawing } from "../drawing.ts";
import type { Mark } from "../figure.ts";
import { formatUncertainty, formatValue } from "../format.ts";
import type { SlopeFigure } from "../publishedFigure.ts";
import { spread } from "../spread.ts";
import { axisFor, endsOf } from "./axis.ts";
import type { Block, Shape } from "./shapes.ts";
import { textAt, typeSize, wrapped } from "./type.ts";
import { whiskerUp } from "./whisker.ts";

/** A line from one period to the other for each thing, its number and interval at both ends. */
export function drawSlope(figure: SlopeFigure, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const { lines, sides } = figure;
  const side = widthPx * (widthPx < 520 ? 0.36 : 0.31);
  const heightPx = Math.max(220, lines.length * 30 + 40);
  const [left, right, top, bottom] = [side, widthPx - side, 40, heightPx - 10];
  const ends = endsOf(lines.flatMap(({ from, to }) => [from, to]));
  const { at } = axisFor(ends, { from: bottom, to: top, ticks: 4, fromZero: false });
  const colours = lines.map((_, place) => theme.groups[place % theme.groups.length] ?? theme.single);
  const shapes: Shape[] = [left, right].flatMap((x, place): Shape[] => [
    { shape: "line", from: [x, 26], to: [x, bottom + 6], stroke: theme.line, width: 1.5 },
    textAt(sides[place] ?? "", [x + (place === 0 ? 4 : -4), 16], {
      size: typeSize.small,
      weight: 700,
      fill: theme.ink,
      anchor: place === 0 ? "end" : "start",
    }),
  ]);
  for (const [place, line] of lines.entries())
    shapes.push(...lineOf(line, { left, right, at, stroke: colours[place] ?? theme.single }));
  const labels = (marks: readonly (Mark | null)[], x: number, anchor: "start" | "end"): Shape[] =>
    endLabels(figure, drawing, { marks, x, anchor, side, at, colours, ends: [top, bottom] });
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
  return { shapes, heightPx: heightPx + 6 };
}

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
  { lines, unit, n }: SlopeFigure,
  { language }: Drawing,
  {
    marks,
    x,
    anchor,
    side,
    at,
    colours,
    ends: [from, to],
  }: {
    marks: readonly (Mark | null)[];
    x: number;
    anchor: "start" | "end";
    side: number;
    at: (value: number) => number;
    colours: readonly string[];
    ends: readonly [number, number];
  },
): Shape[] {
  const placed = marks.flatMap((mark, place) => (mark === null ? [] : [{ mark, place, height: at(mark.value) }]));
  const heights = spread(
    placed.map(({ height }) => height),
    { apart: 28, from, to },
  );
  const style = { language, n };
  return placed.flatMap(({ mark, place }, number) => {
    const y = heights[number] ?? 0;
    const fill = colours[place] ?? "";
    const [name = ""] = wrapped(lines[place]?.label ?? "", {
      widthPx: side - 16,
      size: typeSize.small,
      weight: 700,
      mostLines: 1,
    });
    const numbers = `${formatValue(mark.value, unit, style)} (${formatUncertainty(mark, unit, style)})`;
    return [
      textAt(name, [x, y - 1], { size: typeSize.small, weight: 700, fill, anchor }),
      textAt(numbers, [x, y + 11.5], { size: 10.5, fill, anchor }),
    ];
  });
}
