import { halfPx, type Drawing } from "./drawing.ts";
import type { LineFigure } from "./figure.ts";

/** How one line among several is drawn. */
export interface LineLook {
  readonly colour: string;
  readonly dash: number[];
  readonly pointStyle: "circle" | "rect" | "triangle";
  readonly radiusPx: number;
}

/** What tells lines apart beside their names: colour, from the fifth on a dash, and points that differ from the next's. */
export function lookOf(place: number, { series, places }: LineFigure, { theme }: Drawing): LineLook {
  const { groups, single } = theme;
  return {
    colour: series.length === 1 ? single : (groups[place % groups.length] ?? single),
    dash: place < 4 ? [] : [6, 3],
    pointStyle: (["circle", "rect", "triangle"] as const)[place % 3] ?? "circle",
    radiusPx: places.length > 45 ? 1.5 : 3,
  };
}

/** How many half-width columns of type a line's name may take beside it. */
export function nameColumns({ widthPx }: Drawing): number {
  return Math.max(10, Math.min(26, Math.floor((widthPx * 0.24) / halfPx)));
}
