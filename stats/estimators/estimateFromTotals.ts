import type { Estimate, Statistic } from "../estimate.ts";
import { studentTUncertainty } from "../intervals/studentT.ts";
import { reliabilityBySize, reliabilityOfMean } from "../reliability.ts";
import { entry, type Covariance } from "../variance/strataSum.ts";

/** What an estimate with Student's interval is made from. */
export interface EstimateTotals {
  readonly value: number;
  /** Answers of positive weight, and the sum of their weights. */
  readonly n: number;
  readonly weight: number;
  /** Of the value alone. */
  readonly covariance: Covariance;
  readonly degreesOfFreedom: number;
  /** The variance a simple random sample of this size would have; `null` where there is no such thing. */
  readonly simpleVariance: number | null;
}

/**
 * The estimate of a mean, total, difference and the like from its totals, with Student's interval. One answer alone, or
 * no more clusters than strata, have a value and no interval.
 *
 * @param level 0.95 for a 95% interval.
 */
export function estimateFromTotals(
  { value, n, weight, covariance, degreesOfFreedom, simpleVariance }: EstimateTotals,
  { statistic, level }: { statistic: Statistic; level: number },
): Estimate {
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  // A file of one row is a stratum with a single cluster, too.
  if (covariance.kind === "lonely" && n > 1)
    return { kind: "not-estimable", reason: "lonely-psu", n, stratum: covariance.stratum };
  const variance = covariance.kind === "lonely" ? null : entry(covariance, 0, 0);
  const standardError = variance === null ? null : Math.sqrt(variance);
  const designEffect =
    variance === null || simpleVariance === null || simpleVariance === 0 ? null : variance / simpleVariance;
  return {
    kind: "estimate",
    statistic,
    value,
    standardError,
    ...studentTUncertainty({ value, standardError, degreesOfFreedom, level }),
    n,
    weightedBase: weight,
    effectiveSampleSize: designEffect === null || designEffect === 0 ? null : n / designEffect,
    designEffect,
    degreesOfFreedom,
    reliability: isAwayFromZero.has(statistic)
      ? reliabilityOfMean({ mean: value, standardError, n, degreesOfFreedom })
      : reliabilityBySize(n, degreesOfFreedom),
  };
}

/** What may be near 0 without being poor is not held against its own size. */
const isAwayFromZero: ReadonlySet<Statistic> = new Set(["mean", "total", "ratio"]);
