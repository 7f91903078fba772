import type { RowsToWeight } from "./rake.ts";

/** What unequal weights cost, and how they are spread. Rows of weight 0 are not counted. */
export interface WeightSummary {
  readonly respondents: number;
  readonly sum: number;
  readonly smallest: number;
  readonly largest: number;
  /** Kish's: n times the sum of squares by the squared sum. */
  readonly designEffect: number;
  readonly effectiveSampleSize: number;
}

/**
 * Summarises weights by Kish's design effect: how much larger the variance of a mean becomes when weights have nothing to
 * do with the answers. A planning number; an estimate's own effective size is what its interval uses.
 *
 * @returns `null` where nobody has a positive weight.
 * @see Kish (1965), Survey Sampling, section 11.7.
 */
export function kish(
  weights: Float64Array,
  { frequencies = null }: Pick<RowsToWeight, "frequencies"> = {},
): WeightSummary | null {
  let respondents = 0;
  let sum = 0;
  let squares = 0;
  let smallest = Infinity;
  let largest = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    if (weight === 0 || frequency === 0) continue;
    respondents += frequency;
    sum += frequency * weight;
    squares += frequency * weight * weight;
    smallest = Math.min(smallest, weight);
    largest = Math.max(largest, weight);
  }
  if (respondents === 0) return null;
  const effectiveSampleSize = sum ** 2 / squares;
  return { respondents, sum, smallest, largest, effectiveSampleSize, designEffect: respondents / effectiveSampleSize };
}
