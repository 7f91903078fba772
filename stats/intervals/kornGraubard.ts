import { betaQuantile } from "../distributions/beta.ts";
import { tQuantile } from "../distributions/studentT.ts";
import type { Interval, IntervalMethod } from "../estimate.ts";
import { upperProbability, type ShareForInterval } from "./shareForInterval.ts";

/**
 * Korn and Graubard's interval of a share: Clopper and Pearson's at the effective sample size, which is held to at most
 * n so that a lucky variance cannot promise more than the answers do.
 *
 * @see Korn & Graubard (1998), Survey Methodology 24(2); Franco, Little, Louis & Slud (2019), JSSAM 7(3).
 */
export function kornGraubardInterval(of: ShareForInterval): Interval {
  return exactInterval(of.share, Math.min(of.n, adjustedSize(of)), { level: of.level, method: "korn-graubard" });
}

/** The same without the bound of n: what R's `svyciprop(method = "beta")` gives. */
export function betaInterval(of: ShareForInterval): Interval {
  return exactInterval(of.share, adjustedSize(of), { level: of.level, method: "beta" });
}

/**
 * The interval where everyone agrees: all or none of them. The variance is zero and says nothing, so the size is
 * Kish's.
 *
 * @param size effective sample size of the weights.
 */
export function unanimousInterval(share: 0 | 1, size: number, level: number): Interval {
  return exactInterval(share, size, { level, method: "korn-graubard" });
}

function adjustedSize({ share, standardError, n, degreesOfFreedom, level }: ShareForInterval): number {
  const effective = (share * (1 - share)) / standardError ** 2;
  const probability = upperProbability(level);
  return effective * (tQuantile(probability, n - 1) / tQuantile(probability, degreesOfFreedom)) ** 2;
}

function exactInterval(
  share: number,
  size: number,
  { level, method }: { level: number; method: IntervalMethod },
): Interval {
  const yes = size * share;
  const no = size - yes;
  const upperEnd = upperProbability(level);
  const lower = share === 0 ? 0 : betaQuantile(1 - upperEnd, yes, no + 1);
  const upper = share === 1 ? 1 : betaQuantile(upperEnd, yes + 1, no);
  return { lower, upper, level, method };
}
