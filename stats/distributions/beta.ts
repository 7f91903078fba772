import quantile from "@stdlib/stats-base-dists-beta-quantile";
import { betaTails } from "./betaTails.ts";

/** The quantile of the beta distribution; both shapes positive, whole or not. */
export function betaQuantile(probability: number, first: number, second: number): number {
  return quantile(probability, first, second);
}

/** The probability that a beta variable is at most `value`; both shapes positive, whole or not. */
export function betaLowerTail(value: number, first: number, second: number): number {
  if (!(value > 0)) return 0;
  return value >= 1 ? 1 : betaTails({ from0: value, from1: 1 - value }, first, second).lower;
}
