import type { Drawing } from "../drawing.ts";
import type { LineFigure } from "../figure.ts";
import { moved, stacked, type Block, type Shape } from "./shapes.ts";
import { textAt, typeSize, wrapped } from "./type.ts";

/** How high a sign with its circle is, with the room above it. */
export const signPx = 19;

/**
 * The line of signs in which each event stands, so that none covers another: 0 for the one above the plot.
 *
 * @param xs where the events are, in pixels, in order of time.
 */
export function linesOfSigns(xs: readonly number[], apartPx = 18): number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end >= apartPx);
    const line = free < 0 ? ends.length : free;
    ends[line] = x;
    return line;
  });
}

/** What happened on the way, by its sign: one under the other, in two columns where there is room. */
export function timesTold({ times, places }: Pick<LineFigure, "times" | "places">, { theme, widthPx }: Drawing): Block {
  const columns = widthPx < 620 || times.length < 4 ? 1 : 2;
  const columnPx = widthPx / columns - (columns - 1) * 8;
  const entries = times.map(({ sign, label, at }): Block => {
    const day = places[Math.max(0, Math.ceil(at))]?.label ?? "";
    const lines = wrapped(`${day} ${label}`, { widthPx: columnPx - 24, size: typeSize.small, mostLines: 4 });
    return {
      shapes: [
        { shape: "circle", at: [8, 9], radius: 7, fill: theme.ground, stroke: theme.soft, width: 1 },
        textAt(sign, [8, 12.4], { size: 9.5, fill: theme.ink, anchor: "middle" }),
        ...lines.map((line, place) => textAt(line, [21, 13 + place * 14], { size: typeSize.small, fill: theme.soft })),
      ],
      heightPx: 4 + lines.length * 15,
    };
  });
  const perColumn = Math.ceil(entries.length / columns);
  const inColumns = Array.from({ length: columns }, (_, column) =>
    stacked(entries.slice(column * perColumn, (column + 1) * perColumn)),
  );
  return {
    shapes: inColumns.flatMap(({ shapes }, column): Shape[] => moved(shapes, [column * (columnPx + 16), 0])),
    heightPx: Math.max(0, ...inColumns.map(({ heightPx }) => heightPx)),
  };
}
