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

/** A dot with its interval: behind the dot, or over it where the dot would hide it. */
export function dotAcross(
  mark: Mark,
  dot: readonly Shape[],
  place: { at: (value: number) => number; y: number; stroke: string; halfPx?: number },
): Shape[] {
  const { lower, upper } = mark.interval ?? { lower: mark.value, upper: mark.value };
  return place.at(upper) - place.at(lower) < 16
    ? [...dot, ...whiskerAcross(mark, { ...place, halfPx: 2 })]
    : [...whiskerAcross(mark, place), ...dot];
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
