import type { Design } from "../design.ts";
import type { Estimate, Statistic } from "../estimate.ts";
import type { Linearised } from "../linearised/linearised.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { simpleVariance } from "../variance/simpleVariance.ts";
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
