import cdf from "@stdlib/stats-base-dists-normal-cdf";
import { positiveRoot } from "./rootBetween.ts";

/** The probability that a standard normal is at most `value`, without loss in the far tail. */
export function normalLowerTail(value: number): number {
  return cdf(value, 0, 1);
}

/** The probability that a standard normal exceeds `value`, without loss in the far tail. */
export function normalUpperTail(value: number): number {
  return cdf(-value, 0, 1);
}

/** The probability of a value as far from 0 as this one, on either side. */
export function normalTwoSided(value: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(value)));
}

/**
 * The quantile of the standard normal.
 *
 * @param probability between 0 and 1.
 */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const distance = positiveRoot((value) => normalUpperTail(value) - tail);
  return probability < 0.5 ? -distance : distance;
}
