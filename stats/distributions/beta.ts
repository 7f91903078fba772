import cdf from "@stdlib/stats-base-dists-beta-cdf";
import quantile from "@stdlib/stats-base-dists-beta-quantile";

/** The quantile of the beta distribution; both shapes positive, whole or not. */
export function betaQuantile(probability: number, first: number, second: number): number {
  return quantile(probability, first, second);
}

/** The probability that a beta variable is at most `value`. */
export function betaLowerTail(value: number, first: number, second: number): number {
  return cdf(value, first, second);
}
