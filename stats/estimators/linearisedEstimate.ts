import type { Design } from "../design.ts";
import type { Estimate, Statistic } from "../estimate.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import type { Linearised } from "../linearised/linearised.ts";
import { reliabilityBySize, reliabilityOfMean } from "../reliability.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { simpleVariance } from "../variance/simpleVariance.ts";
import { entry } from "../variance/strataSum.ts";

/**
 * The estimate of a linearised statistic, with Student's interval. One answer alone has a value and no interval.
 *
 * @param level 0.95 for a 95% interval.
 */
export function linearisedEstimate(
  found: Linearised,
  design: Design,
  { statistic, level }: { statistic: Statistic; level: number },
): Estimate {
  const { value, n, weight: weightedBase } = found;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  const covariance = influenceCovariance([found.influence], design);
  // A file of one row is a stratum with a single cluster, too.
  if (covariance.kind === "lonely" && n > 1)
    return { kind: "not-estimable", reason: "lonely-psu", n, stratum: covariance.stratum };
  const df = degreesOfFreedom(found.isUsed, design);
  const variance = covariance.kind === "lonely" ? null : entry(covariance, 0, 0);
  const standardError = variance === null ? null : Math.sqrt(variance);
  const simple = hasSimpleVariance.has(statistic) ? simpleVariance(found, design) : null;
  const designEffect = variance === null || simple === null || simple === 0 ? null : variance / simple;
  return {
    kind: "estimate",
    statistic,
    value,
    standardError,
    interval:
      standardError === null || df <= 0
        ? null
        : studentTInterval({ value, standardError, degreesOfFreedom: df, level }),
    n,
    weightedBase,
    effectiveSampleSize: designEffect === null || designEffect === 0 ? null : n / designEffect,
    designEffect,
    degreesOfFreedom: df,
    reliability: isAwayFromZero.has(statistic)
      ? reliabilityOfMean({ mean: value, standardError: standardError ?? 0, n })
      : reliabilityBySize(n, df),
  };
}

const hasSimpleVariance: ReadonlySet<Statistic> = new Set(["share", "mean", "net", "ratio"]);
/** What may be near 0 without being poor is not held against its own size. */
const isAwayFromZero: ReadonlySet<Statistic> = new Set(["mean", "total", "ratio"]);
