import { tTwoSided } from "../distributions/studentT.ts";
import type { Estimated, NotEstimable } from "../estimate.ts";
import { estimateFromTotals } from "../estimators/estimateFromTotals.ts";
import { windowTotals, type PeriodSums, type WindowTotals } from "./periodSums.ts";
import type { SeriesWanted } from "./series.ts";
import { windowCovariance, windowDegreesOfFreedom } from "./windowCovariance.ts";
import type { Window } from "./windows.ts";

/** How much larger an item is in one window than in another, with Student's test. */
export interface WindowDifference {
  readonly kind: "difference";
  /** With Student's interval, on clusters less strata over both windows. */
  readonly estimate: Estimated & { readonly standardError: number };
  readonly t: number;
  /** Two-sided, of this test alone. */
  readonly pValue: number;
  /**
   * The difference in standard deviations: by the root of the mean of the two windows' variances, so that shares and
   * means of any unit can be held against each other.
   *
   * @see Cohen (1988), Statistical Power Analysis, chapter 2; Austin (2009), Statistics in Medicine 28(25).
   */
  readonly standardised: number;
}

/**
 * Estimates how much larger an item is in one window than in another without a period in common, which may be two groups
 * of respondents as well as two times: what `difference` finds of the two domains, from the sums instead of the rows. The
 * error knows the clusters and the calibration that both share.
 */
export function windowDifference(
  of: PeriodSums,
  windows: { of: Window; from: Window },
  { fewest = 30, level = 0.95 }: SeriesWanted = {},
): WindowDifference | NotEstimable {
  const [one, other] = [windowTotals(windows.of, of), windowTotals(windows.from, of)];
  const n = one.n + other.n;
  const none = (reason: NotEstimable["reason"]): NotEstimable => ({ kind: "not-estimable", reason, n });
  if (one.n === 0 || other.n === 0) return none("no-data");
  if (Math.min(one.n, other.n) < fewest) return none("n-too-small");
  const parts = [
    { totals: one, slope: 1 },
    { totals: other, slope: -1 },
  ];
  // A window that lies in one cluster of a stratum would look free of error.
  if (parts.some((part) => windowDegreesOfFreedom([part], of) <= 0)) return none("n-too-small");
  const value = one.centredMean - other.centredMean;
  const degreesOfFreedom = windowDegreesOfFreedom(parts, of);
  const weight = one.weight + other.weight;
  const covariance = windowCovariance(parts, of);
  const estimate = estimateFromTotals(
    { value, n, weight, covariance, degreesOfFreedom, simpleVariance: null },
    { statistic: "difference", level },
  );
  if (estimate.kind === "not-estimable") return estimate;
  const { standardError } = estimate;
  if (standardError === null || standardError === 0) return none("no-variance");
  const t = value / standardError;
  return {
    kind: "difference",
    estimate: { ...estimate, standardError },
    t,
    pValue: tTwoSided(t, degreesOfFreedom),
    standardised: value / Math.sqrt((varianceIn(one) + varianceIn(other)) / 2),
  };
}

/** The weighted variance among a window's people, with n/(n - 1). */
function varianceIn({ spread, weight, n }: WindowTotals): number {
  return ((spread / weight) * n) / (n - 1);
}
