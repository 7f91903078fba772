import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import type { Domain, Linearised } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { reliabilityOfMean } from "../reliability.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { entry } from "../variance/strataSum.ts";

/**
 * Estimates the mean of a number among those who gave one, with Student's interval. One answer alone has a value and
 * no interval.
 *
 * @param values one entry a row; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 */
export function mean(values: Float64Array, design: Design, domain: Domain, level = 0.95): Estimate {
  const found = linearisedMean(values, design, domain);
  return found === null ? { kind: "not-estimable", reason: "no-data", n: 0 } : meanEstimate(found, design, level);
}

/** The estimate of a mean from its linearised form. */
export function meanEstimate(found: Linearised, design: Design, level: number): Estimate {
  const { value, n, weight: weightedBase } = found;
  const covariance = influenceCovariance([found.influence], design);
  // A file of one row is a stratum with a single cluster, too.
  if (covariance.kind === "lonely" && n > 1) return { kind: "not-estimable", reason: "lonely-psu", n };
  const df = degreesOfFreedom(found.isUsed, design);
  const variance = covariance.kind === "lonely" ? null : entry(covariance, 0, 0);
  const standardError = variance === null ? null : Math.sqrt(variance);
  const simple = simpleVariance(found, design);
  const designEffect = variance === null || simple === null || simple === 0 ? null : variance / simple;
  return {
    kind: "estimate",
    statistic: "mean",
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
    reliability: reliabilityOfMean({ mean: value, standardError: standardError ?? 0, n }),
  };
}

/** The variance a simple random sample of this size would have (R: `deff = "replace"`); `null` for one answer. */
function simpleVariance({ influence, n, weight }: Linearised, { rows, weights, frequencies }: Design): number | null {
  if (n < 2) return null;
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    const own = influence[row] ?? 0;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    spread += (frequencies === null ? 1 : (frequencies[row] ?? 0)) * w * own * own;
  }
  return (weight * spread) / (n - 1);
}
