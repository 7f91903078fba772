import { betaQuantile } from "../distributions/beta.ts";
import type { Interval } from "../estimate.ts";
import { adjustedSize, upperProbability, type ShareForInterval } from "./shareForInterval.ts";

/**
 * Korn and Graubard's interval of a share: Clopper and Pearson's at the effective sample size, which is held to at most
 * n so that a lucky variance cannot promise more than the answers do.
 *
 * @see Korn & Graubard (1998), Survey Methodology 24(2); Franco, Little, Louis & Slud (2019), JSSAM 7(3).
 */
export function kornGraubardInterval(of: ShareForInterval): Interval {
  return exactInterval(of.share, Math.min(of.n, adjustedSize(of)), of.level);
}

/** The same without the bound of n: what R's `svyciprop(method = "beta")` gives. */
export function betaInterval(of: ShareForInterval): Interval {
  return { ...exactInterval(of.share, adjustedSize(of), of.level), method: "beta" };
}

/**
 * The interval where everyone agrees: all or none of them. The variance is zero and says nothing, so the size is
 * Kish's.
 *
 * @param size effective sample size of the weights.
 */
export function unanimousInterval(share: 0 | 1, size: number, level: number): Interval {
  return exactInterval(share, size, level);
}

/** Clopper and Pearson's interval of a share among `size` answers, which need not be whole; the share may be 0 or 1. */
export function exactInterval(share: number, size: number, level: number): Interval {
  const yes = size * share;
  const no = size - yes;
  const upperEnd = upperProbability(level);
  const lower = share === 0 ? 0 : betaQuantile(1 - upperEnd, yes, no + 1);
  const upper = share === 1 ? 1 : betaQuantile(upperEnd, yes + 1, no);
  return { lower, upper, level, method: "korn-graubard" };
}
