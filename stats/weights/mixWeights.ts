/** Weights mixed with uniform ones. */
export interface MixedWeights {
  /** One entry a row, summing to 1. */
  readonly weights: Float64Array;
  /** The part of the uniform weight in each. */
  readonly uniformPart: number;
}

/**
 * Mixes weights with uniform ones so that no respondent has more than a share of an estimate, as the Delphi group did
 * with the weights of the US COVID-19 Trends and Impact Survey.
 *
 * @param mostShare of one respondent, 0.01 there.
 * @param leastMixing the uniform part that is always mixed in, 0.05 there.
 * @see Salomon et al. (2021), PNAS 118(51); `mix_weights` in the group's pipeline.
 */
export function mixWeights(
  weights: Float64Array,
  { mostShare = 0.01, leastMixing = 0.05 }: { mostShare?: number; leastMixing?: number } = {},
): MixedWeights {
  let sum = 0;
  let largest = 0;
  for (const weight of weights) {
    sum += weight;
    largest = Math.max(largest, weight);
  }
  const n = weights.length;
  const most = largest / sum;
  // The thousandth and the millionth keep the result below the limit in spite of rounding, and the quotient finite.
  const needed = (most * n - 0.999 * n * mostShare + 1e-6) / (most * n - 1 + 1e-6);
  const uniformPart = Math.min(1, Math.max(leastMixing, needed));
  return { uniformPart, weights: weights.map((weight) => uniformPart / n + ((1 - uniformPart) * weight) / sum) };
}
