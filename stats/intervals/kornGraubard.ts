import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import type { Interval } from "../estimate.ts";
import { tQuantile } from "./studentT.ts";

/** What the interval of a share is made from. `share` lies strictly between 0 and 1 unless `isCertain`. */
export interface ShareForInterval {
  readonly share: number;
  readonly standardError: number;
  /** Answers with a positive weight. */
  readonly n: number;
  readonly degreesOfFreedom: number;
}

/**
 * Korn and Graubard's interval of a share at 95%: Clopper and Pearson's at the effective sample size, which is held to
 * at most n so that a lucky variance cannot promise more than the answers do.
 *
 * @see Korn & Graubard (1998), Survey Methodology 24(2); Franco, Little, Louis & Slud (2019), JSSAM 7(3).
 */
export function kornGraubardInterval({ share, standardError, n, degreesOfFreedom }: ShareForInterval): Interval {
  const effective = (share * (1 - share)) / standardError ** 2;
  const adjusted = effective * (tQuantile(n - 1) / tQuantile(degreesOfFreedom)) ** 2;
  return exactInterval(share, Math.min(n, adjusted));
}

/**
 * The interval where everyone agrees: all or none of them. The variance is zero and says nothing, so the size is
 * Kish's.
 *
 * @param size effective sample size of the weights.
 */
export function unanimousInterval(share: 0 | 1, size: number): Interval {
  return exactInterval(share, size);
}

function exactInterval(share: number, size: number): Interval {
  const yes = size * share;
  const no = size - yes;
  const lower = share === 0 ? 0 : betaQuantile(0.025, yes, no + 1);
  const upper = share === 1 ? 1 : betaQuantile(0.975, yes + 1, no);
  return { lower, upper, level: 0.95, method: "korn-graubard" };
}
