import { normalQuantile, normalTwoSided } from "../distributions/normal.ts";
import type { Estimated } from "../estimate.ts";
import { upperProbability } from "../intervals/shareForInterval.ts";
import { holm } from "../multiplicity/holm.ts";
import { windowTotals, type PeriodSums } from "./periodSums.ts";
import type { GapReason, SeriesWanted } from "./series.ts";
import { windowDifference } from "./windowDifference.ts";
import { isBroken, type Window } from "./windows.ts";

/** How an item changed from one window to another, or why that cannot be said. */
export type Change = EstimatedChange | NoChange;

/** A change with its test. */
export interface EstimatedChange {
  readonly kind: "change";
  readonly from: Window;
  readonly to: Window;
  /** Later less earlier, with a normal interval. */
  readonly estimate: Estimated & { readonly standardError: number };
  readonly z: number;
  /** Two-sided, of this test alone. */
  readonly pValue: number;
  /** The change that would be noticed four times out of five at the 5% level. */
  readonly smallestDetectable: number;
}

/** There is no change to speak of; `windows-overlap` where respondents would be compared with themselves. */
export interface NoChange {
  readonly kind: "not-estimable";
  readonly from: Window;
  readonly to: Window;
  readonly reason: GapReason | "windows-overlap";
  /** Answers of both windows. */
  readonly n: number;
}

/** Quantiles of the standard normal for 5% two-sided and a power of 0.8: 1.96 and 0.84. */
const detectable = 2.8;

/**
 * Estimates how an item changed between two windows without a period in common. The error knows the clusters and the
 * calibration that both share; panel members who answered in both must be given as clusters.
 *
 * The test is against the normal distribution. With few clusters it rejects too often: see the degrees of freedom of the
 * estimate.
 */
export function changeBetween(
  of: PeriodSums,
  { from, to }: { from: Window; to: Window },
  { fewest = 30, level = 0.95 }: SeriesWanted = {},
): Change {
  const n = windowTotals(from, of).n + windowTotals(to, of).n;
  const none = (reason: NoChange["reason"]): NoChange => ({ kind: "not-estimable", from, to, reason, n });
  if (from.from <= to.to && to.from <= from.to) return none("windows-overlap");
  if (isBroken(hull(from, to), of.tracked.breaks)) return none("crosses-break");
  const found = windowDifference(of, { of: to, from }, { fewest, level });
  if (found.kind === "not-estimable") return none(found.reason);
  const { estimate, t: z } = found;
  const { value, standardError } = estimate;
  const reach = normalQuantile(upperProbability(level)) * standardError;
  const interval = { lower: value - reach, upper: value + reach, level, method: "normal" } as const;
  return {
    kind: "change",
    from,
    to,
    estimate: { ...estimate, interval, whyNoInterval: null },
    z,
    pValue: normalTwoSided(z),
    smallestDetectable: detectable * standardError,
  };
}

/** From the first to the last period of both. */
function hull(one: Window, other: Window): Window {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

/** Changes that are tested together, with p values for that. */
export interface Changes {
  /** One for each window that has another so many periods before it. */
  readonly changes: readonly Change[];
  /** By Holm, in the order of the changes; not a number where there is no change to test. */
  readonly adjustedPValues: Float64Array;
}

/**
 * Estimates for each window the change since as many periods ago: 7 for "since a week ago" on a line of days, of one day
 * or of seven pooled; 1 from wave to wave.
 *
 * @param windows all of one length.
 */
export function changesSince(
  of: PeriodSums,
  { windows, periodsAgo }: { windows: readonly Window[]; periodsAgo: number },
  wanted: SeriesWanted = {},
): Changes {
  const changes = windows
    .filter(({ from }) => from >= periodsAgo)
    .map((to) => changeBetween(of, { from: { from: to.from - periodsAgo, to: to.to - periodsAgo }, to }, wanted));
  const pValues = Float64Array.from(changes, (each) => (each.kind === "change" ? each.pValue : Number.NaN));
  return { changes, adjustedPValues: holm(pValues) };
}
