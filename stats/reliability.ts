import type { Interval, ReliabilityFlag } from "./estimate.ts";

/** What the judgement of a share looks at. */
export interface ShareToJudge {
  readonly share: number;
  readonly interval: Interval;
  readonly n: number;
  readonly effectiveSampleSize: number;
  readonly degreesOfFreedom: number;
}

/**
 * Whether a share may be shown.
 *
 * @see Parker et al. (2017), National Center for Health Statistics data presentation standards for proportions, Vital
 *   and Health Statistics 2(175).
 */
export function reliabilityOfShare({
  share,
  interval,
  n,
  effectiveSampleSize,
  degreesOfFreedom,
}: ShareToJudge): ReliabilityFlag {
  const width = interval.upper - interval.lower;
  if (n < 30 || effectiveSampleSize < 30 || width >= 0.3) return "suppress";
  if (width > 0.05) {
    if (width / share > 1.3) return "suppress";
    if (width / (1 - share) > 1.3) return "present-complement-unreliable";
  }
  return degreesOfFreedom < 8 ? "review" : "present";
}

/** Whether a mean may be shown: our convention, as the standard speaks of proportions only. */
export function reliabilityOfMean({
  mean,
  standardError,
  n,
}: {
  mean: number;
  standardError: number;
  n: number;
}): ReliabilityFlag {
  if (n < 30) return "suppress";
  return standardError / Math.abs(mean) > 0.3 ? "review" : "present";
}
