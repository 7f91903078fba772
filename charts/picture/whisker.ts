import type { Mark } from "../figure.ts";
import type { Shape } from "./shapes.ts";

/** An interval as a line with short ends across it, from left to right at a height. */
export function whiskerAcross(
  { interval }: Mark,
  { at, y, stroke, halfPx = 4 }: { at: (value: number) => number; y: number; stroke: string; halfPx?: number },
): Shape[] {
  if (interval === null) return [];
  const [left, right] = [at(interval.lower), at(interval.upper)];
  return [
    { shape: "line", from: [left, y], to: [right, y], stroke, width: 1.6 },
    { shape: "line", from: [left, y - halfPx], to: [left, y + halfPx], stroke, width: 1.6 },
    { shape: "line", from: [right, y - halfPx], to: [right, y + halfPx], stroke, width: 1.6 },
  ];
}

/** The same upright. */
export function whiskerUp(
  { interval }: Mark,
  { at, x, stroke, halfPx = 4 }: { at: (value: number) => number; x: number; stroke: string; halfPx?: number },
): Shape[] {
  if (interval === null) return [];
  const [low, high] = [at(interval.lower), at(interval.upper)];
  return [
    { shape: "line", from: [x, low], to: [x, high], stroke, width: 1.6 },
    { shape: "line", from: [x - halfPx, low], to: [x + halfPx, low], stroke, width: 1.6 },
    { shape: "line", from: [x - halfPx, high], to: [x + halfPx, high], stroke, width: 1.6 },
  ];
}
