import type { Interval, ReliabilityFlag } from "./estimate.ts";

/** What the judgement of a share looks at. */
export interface ShareToJudge {
  readonly share: number;
  readonly interval: Interval;
  readonly n: number;
  readonly effectiveSampleSize: number;
  readonly degreesOfFreedom: number;
}

/** What the standard holds against a share, the gravest first; `few-degrees-of-freedom` is for a statistician to judge. */
export type ReliabilityConcern =
  "small-n" | "wide-interval" | "wide-for-its-size" | "wide-for-its-complement" | "few-degrees-of-freedom";

/**
 * What the standard holds against a share, or `null` where it may be shown.
 *
 * @see Parker et al. (2017), National Center for Health Statistics data presentation standards for proportions, Vital
 *   and Health Statistics 2(175).
 */
export function reliabilityConcern({
  share,
  interval,
  n,
  effectiveSampleSize,
  degreesOfFreedom,
}: ShareToJudge): ReliabilityConcern | null {
  const width = interval.upper - interval.lower;
  if (n < 30 || effectiveSampleSize < 30) return "small-n";
  if (width >= 0.3) return "wide-interval";
  if (width > 0.05) {
    if (width / share > 1.3) return "wide-for-its-size";
    if (width / (1 - share) > 1.3) return "wide-for-its-complement";
  }
  return degreesOfFreedom < 8 ? "few-degrees-of-freedom" : null;
}

/** Whether a share may be shown. */
export function reliabilityOfShare(of: ShareToJudge): ReliabilityFlag {
  const concern = reliabilityConcern(of);
  if (concern === null) return "present";
  if (concern === "few-degrees-of-freedom") return "review";
  return concern === "wide-for-its-complement" ? "present-complement-unreliable" : "suppress";
}

/**
 * Whether a mean may be shown: our convention, as the standard speaks of proportions only. One without an interval is for
 * a statistician to judge.
 */
export function reliabilityOfMean({
  mean,
  standardError,
  n,
  degreesOfFreedom,
}: {
  mean: number;
  standardError: number | null;
  n: number;
  degreesOfFreedom: number;
}): ReliabilityFlag {
  if (n < 30) return "suppress";
  if (standardError === null || degreesOfFreedom <= 0) return "review";
  return standardError / Math.abs(mean) > 0.3 ? "review" : "present";
}

/** Whether what can be near 0, a net or a difference, may be shown: by its number of answers. */
export function reliabilityBySize(n: number, degreesOfFreedom: number): ReliabilityFlag {
  if (n < 30) return "suppress";
  return degreesOfFreedom < 8 ? "review" : "present";
}
