import type { Design } from "../design.ts";
import type { Estimate, Statistic } from "../estimate.ts";
import type { Linearised } from "../linearised/linearised.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { estimateFromTotals } from "./estimateFromTotals.ts";

/**
 * The estimate of a linearised statistic, with Student's interval. One answer alone, or no more clusters than
 * strata, have a value and no interval.
 *
 * @param level 0.95 for a 95% interval.
 */
export function linearisedEstimate(
  found: Linearised,
  design: Design,
  { statistic, level }: { statistic: Statistic; level: number },
): Estimate {
  const { value, n, weight } = found;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  return estimateFromTotals(
    {
      value,
      n,
      weight,
      covariance: influenceCovariance([found.influence], design),
      degreesOfFreedom: degreesOfFreedom(found.isUsed, design),
      simpleVariance: hasSimpleVariance.has(statistic) ? simpleVariance(found, design) : null,
    },
    { statistic, level },
  );
}

const hasSimpleVariance: ReadonlySet<Statistic> = new Set(["share", "mean", "net", "ratio"]);

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
