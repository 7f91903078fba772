import { tQuantile } from "../distributions/studentT.ts";

/** What the interval of a share is made from. */
export interface ShareForInterval {
  /** Strictly between 0 and 1. */
  readonly share: number;
  readonly standardError: number;
  /** Answers with a positive weight. */
  readonly n: number;
  readonly degreesOfFreedom: number;
  /** 0.95 for a 95% interval. */
  readonly level: number;
}

/** The probability that quantiles are taken at for a two-sided interval: 0.975 at 95%. */
export function upperProbability(level: number): number {
  return 1 - (1 - level) / 2;
}

/**
 * The effective sample size of a share, adjusted for the degrees of freedom of its variance.
 *
 * @see Korn & Graubard (1998), Survey Methodology 24(2).
 */
export function adjustedSize({ share, standardError, n, degreesOfFreedom, level }: ShareForInterval): number {
  const effective = (share * (1 - share)) / standardError ** 2;
  const probability = upperProbability(level);
  return effective * (tQuantile(probability, n - 1) / tQuantile(probability, degreesOfFreedom)) ** 2;
}
