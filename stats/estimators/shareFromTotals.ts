import type { Estimate } from "../estimate.ts";
import { kornGraubardInterval, unanimousInterval } from "../intervals/kornGraubard.ts";
import { reliabilityOfShare } from "../reliability.ts";

/** Sums over the answers of a domain that the estimate of a share is made from. */
export interface ShareTotals {
  /** Answers of positive weight, and how many of them say yes. */
  readonly n: number;
  readonly yes: number;
  readonly weight: number;
  readonly yesWeight: number;
  readonly squaredWeight: number;
  /** Variance of the share. */
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

/**
 * The estimate of a share from its totals.
 *
 * Whether all or none say yes is told by counts: a sum of weights can miss 1 by its last bit, and the effective sample
 * size explodes there.
 */
export function shareFromTotals(totals: ShareTotals): Estimate {
  const { n, yes, weight, yesWeight, squaredWeight, variance, degreesOfFreedom } = totals;
  if (n === 0) return { kind: "not-estimable", reason: "no-answers", n };
  if (degreesOfFreedom <= 0) return { kind: "not-estimable", reason: "too-few-answers", n };
  const kish = weight ** 2 / squaredWeight;
  const isUnanimous = yes === 0 || yes === n;
  const share = isUnanimous ? (yes === 0 ? 0 : 1) : yesWeight / weight;
  const standardError = isUnanimous ? 0 : Math.sqrt(variance);
  const interval =
    share === 0 || share === 1
      ? unanimousInterval(share, kish)
      : kornGraubardInterval({ share, standardError, n, degreesOfFreedom });
  const effectiveSampleSize = isUnanimous ? kish : (share * (1 - share)) / standardError ** 2;
  const designEffect = isUnanimous ? null : (variance * (n - 1)) / (share * (1 - share));
  return {
    kind: "estimate",
    statistic: "share",
    value: share,
    standardError,
    interval,
    n,
    weightedBase: weight,
    effectiveSampleSize,
    designEffect,
    degreesOfFreedom,
    reliability: reliabilityOfShare({ share, interval, n, effectiveSampleSize, degreesOfFreedom }),
  };
}
