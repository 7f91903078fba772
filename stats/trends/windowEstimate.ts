import type { Estimate } from "../estimate.ts";
import { estimateFromTotals } from "../estimators/estimateFromTotals.ts";
import { shareFromTotals } from "../estimators/shareFromTotals.ts";
import type { PeriodSums, WindowTotals } from "./periodSums.ts";
import { windowCovariance, windowDegreesOfFreedom } from "./windowCovariance.ts";

/**
 * The estimate of an item among the pooled respondents of a window: the same that `share` or `mean` gives for the window
 * as a domain, from the sums instead of the rows.
 *
 * @param level 0.95 for a 95% interval.
 */
export function windowEstimate(totals: WindowTotals, of: PeriodSums, level: number): Estimate {
  const { n, ones, weight, squaredWeight, centredMean, spread } = totals;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  const { statistic } = of.tracked;
  const parts = [{ totals, slope: 1 }];
  const covariance = windowCovariance(parts, of);
  const degreesOfFreedom = windowDegreesOfFreedom(parts, of);
  const value = of.origin + centredMean;
  if (statistic === "share")
    return shareFromTotals({
      n,
      yes: ones,
      weight,
      yesWeight: value * weight,
      squaredWeight,
      covariance,
      degreesOfFreedom,
      level,
    });
  const simpleVariance = n < 2 ? null : spread / (weight * (n - 1));
  return estimateFromTotals({ value, n, weight, covariance, degreesOfFreedom, simpleVariance }, { statistic, level });
}
