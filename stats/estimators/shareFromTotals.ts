import type { Estimate } from "../estimate.ts";
import { kornGraubardInterval, unanimousInterval } from "../intervals/kornGraubard.ts";
import { reliabilityBySize, reliabilityOfShare } from "../reliability.ts";
import { entry, type Covariance } from "../variance/strataSum.ts";

/** Sums over the answers of a domain that the estimate of a share is made from. */
export interface ShareTotals {
  /** Answers of positive weight, and how many of them say yes. */
  readonly n: number;
  readonly yes: number;
  readonly weight: number;
  readonly yesWeight: number;
  readonly squaredWeight: number;
  /** Of the share alone; `null` without answers. */
  readonly covariance: Covariance | null;
  readonly degreesOfFreedom: number;
  readonly level: number;
}

/**
 * The estimate of a share from its totals. One answer alone, or no more clusters than strata, have a value and no
 * interval.
 *
 * Whether all or none say yes is told by counts: a sum of weights can miss 1 by its last bit, and the effective sample
 * size explodes there.
 */
export function shareFromTotals(totals: ShareTotals): Estimate {
  const { n, yes, weight, yesWeight, covariance, degreesOfFreedom, level } = totals;
  if (n === 0 || covariance === null) return { kind: "not-estimable", reason: "no-data", n };
  if (degreesOfFreedom <= 0 && (n === 1 || covariance.kind === "covariance")) return alone(totals, covariance);
  if (covariance.kind === "lonely")
    return { kind: "not-estimable", reason: "lonely-psu", n, stratum: covariance.stratum };
  if (yes === 0 || yes === n) return unanimous(totals, yes === 0 ? 0 : 1);
  const share = yesWeight / weight;
  const variance = entry(covariance, 0, 0);
  const standardError = Math.sqrt(variance);
  if (standardError === 0) return { kind: "not-estimable", reason: "no-variance", n };
  const interval = kornGraubardInterval({ share, standardError, n, degreesOfFreedom, level });
  const effectiveSampleSize = (share * (1 - share)) / variance;
  return {
    kind: "estimate",
    statistic: "share",
    value: share,
    standardError,
    interval,
    whyNoInterval: null,
    n,
    weightedBase: weight,
    effectiveSampleSize,
    designEffect: (variance * (n - 1)) / (share * (1 - share)),
    degreesOfFreedom,
    reliability: reliabilityOfShare({ share, interval, n, effectiveSampleSize, degreesOfFreedom }),
  };
}

/** One answer alone, or no more clusters than strata: a value that nothing tells how far to trust. */
function alone({ n, yes, weight, yesWeight, degreesOfFreedom }: ShareTotals, covariance: Covariance): Estimate {
  return {
    kind: "estimate",
    statistic: "share",
    value: yes === 0 || yes === n ? Number(yes > 0) : yesWeight / weight,
    standardError: covariance.kind === "lonely" ? null : Math.sqrt(entry(covariance, 0, 0)),
    interval: null,
    whyNoInterval: "n-too-small",
    n,
    weightedBase: weight,
    effectiveSampleSize: null,
    designEffect: null,
    degreesOfFreedom,
    reliability: reliabilityBySize(n, degreesOfFreedom),
  };
}

function unanimous({ n, weight, squaredWeight, degreesOfFreedom, level }: ShareTotals, share: 0 | 1): Estimate {
  const kish = weight ** 2 / squaredWeight;
  const interval = unanimousInterval(share, kish, level);
  return {
    kind: "estimate",
    statistic: "share",
    value: share,
    standardError: 0,
    interval,
    whyNoInterval: null,
    n,
    weightedBase: weight,
    effectiveSampleSize: kish,
    designEffect: null,
    degreesOfFreedom,
    reliability: reliabilityOfShare({ share, interval, n, effectiveSampleSize: kish, degreesOfFreedom }),
  };
}
