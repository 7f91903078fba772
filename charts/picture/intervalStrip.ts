import type { Mark } from "../figure.ts";
import { endsOf } from "./axis.ts";
import type { Shape } from "./shapes.ts";

/** The least and the most that intervals reach. */
export interface StripScale {
  readonly least: number;
  readonly most: number;
}

/** The scale on which the intervals of all marks have room. */
export function scaleOf(marks: readonly Mark[]): StripScale {
  const ends = endsOf(marks);
  return { least: Math.min(...ends), most: Math.max(...ends) };
}

/** An interval as a thick stretch of a thin line, for where it cannot be said in figures: cells and tiles. */
export function intervalStrip(
  mark: Mark | null,
  { x, y, width, ink, scale: { least, most } }: { x: number; y: number; width: number; ink: string; scale: StripScale },
): Shape[] {
  const interval = mark?.interval ?? null;
  if (interval === null || most <= least) return [];
  const at = (value: number): number => x + ((value - least) / (most - least)) * width;
  return [
    { shape: "line", from: [x, y], to: [x + width, y], stroke: ink, width: 0.5 },
    { shape: "line", from: [at(interval.lower), y], to: [at(interval.upper), y], stroke: ink, width: 3 },
  ];
}
