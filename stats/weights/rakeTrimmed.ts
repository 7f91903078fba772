import { crossMargins, rakeCrossed, type Margin, type RakedWeights, type RowsToWeight } from "./rake.ts";
import type { DidNotConverge } from "./rakeCells.ts";

/** How far weights may be from their mean, as multiples of it. */
export interface TrimBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Raked weights, and whether they could be kept within bounds. */
export interface TrimmedWeights extends RakedWeights {
  /** `trim-bounds-not-met`: the margins are exact and the bounds are not. */
  readonly flag: "trim-bounds-not-met" | null;
  readonly rounds: number;
  /** The largest weight as a multiple of the mean. */
  readonly largestRatio: number;
  /** How many rows raking alone would have put outside the bounds. */
  readonly trimmedRows: number;
}

/** What moves by less than this part of the mean has come to rest. */
const atRest = 1e-8;

/**
 * Rakes, cuts the weights off at bounds, and rakes again from there, until both margins and bounds hold.
 *
 * A single cut would break the margins, and scaling the cut weights would break the bounds.
 *
 * @param bounds usually 0.2 and 5.
 * @see Izrael, Battaglia & Frankel (2009), SAS Global Forum 247-2009; DeBell & Krosnick (2009); Potter (1990).
 */
export function rakeTrimmed(
  baseWeights: Float64Array | null,
  margins: readonly Margin[],
  { lower = 0.2, upper = 5, mostRounds = 200, ...size }: RowsToWeight & Partial<TrimBounds> & { mostRounds?: number },
): TrimmedWeights | DidNotConverge {
  const crossed = crossMargins(margins, size.rows);
  let trimmedRows = 0;
  let from = baseWeights;
  for (let round = 1; ; round++) {
    const raked = rakeCrossed(from, crossed, size);
    if (raked.kind !== "weights") return raked;
    // Raked weights have mean 1.
    const clamped = clamp(raked.weights, { lower, upper });
    if (round === 1) trimmedRows = clamped.moved;
    const isAtRest = clamped.farthest <= atRest;
    if (!isAtRest && round < mostRounds) {
      from = clamped.weights;
      continue;
    }
    return {
      ...raked,
      flag: isAtRest ? null : "trim-bounds-not-met",
      rounds: round,
      largestRatio: clamped.largest,
      trimmedRows,
    };
  }
}

function clamp(
  weights: Float64Array,
  { lower, upper }: TrimBounds,
): { weights: Float64Array; farthest: number; moved: number; largest: number } {
  const within = new Float64Array(weights.length);
  let farthest = 0;
  let moved = 0;
  let largest = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const kept = Math.min(upper, Math.max(lower, weight));
    within[row] = kept;
    largest = Math.max(largest, weight);
    const distance = Math.abs(weight - kept);
    if (distance > atRest) moved += 1;
    farthest = Math.max(farthest, distance);
  }
  return { weights: within, farthest, moved, largest };
}
