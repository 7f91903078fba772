import cdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-normal-quantile";

/** The probability that a standard normal exceeds `value`, without loss in the far tail. */
export function normalUpperTail(value: number): number {
  return cdf(-value, 0, 1);
}

/** The probability of a value as far from 0 as this one, on either side. */
export function normalTwoSided(value: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(value)));
}

/** The quantile of the standard normal; `probability` between 0 and 1. */
export function normalQuantile(probability: number): number {
  return probability === 0.5 ? 0 : quantile(probability, 0, 1);
}
