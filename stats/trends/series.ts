import type { Estimated, NotEstimableReason } from "../estimate.ts";
import { windowTotals, type PeriodSums } from "./periodSums.ts";
import { windowEstimate } from "./windowEstimate.ts";
import { isBroken, type Window } from "./windows.ts";

/** A place of a series: a point, or a gap, which is drawn as one and never as 0. */
export type SeriesPoint =
  | {
      readonly kind: "point";
      readonly window: Window;
      readonly estimate: Estimated;
      /** Kish's, of the weights alone. */
      readonly kishSize: number;
      /** Periods of the window in which anybody answered. */
      readonly answeredPeriods: number;
    }
  | { readonly kind: "gap"; readonly window: Window; readonly reason: GapReason; readonly n: number };

/** Why a series has no point: `crosses-break` where the window holds answers to what was not the same. */
export type GapReason = NotEstimableReason | "crosses-break";

/** What is wanted of a series. */
export interface SeriesWanted {
  /** Answers a window needs; fewer leave a gap. 30 as a rule. */
  readonly fewest?: number;
  /** 0.95 for 95% intervals. */
  readonly level?: number;
}

/**
 * Estimates an item over time, a place for each window in their order. The respondents of a window are pooled, which is
 * not the mean of its days.
 *
 * Points of windows that overlap repeat most of their respondents: their intervals do not tell whether the line rose. See
 * `changeBetween` and `trends` for that.
 *
 * @see Salomon et al. (2021), Proceedings of the National Academy of Sciences 118(51), for pooling over seven days.
 */
export function series(
  of: PeriodSums,
  windows: readonly Window[],
  { fewest = 30, level = 0.95 }: SeriesWanted = {},
): SeriesPoint[] {
  return windows.map((window): SeriesPoint => {
    const totals = windowTotals(window, of);
    const { n, answeredPeriods } = totals;
    const gap = (reason: GapReason): SeriesPoint => ({ kind: "gap", window, reason, n });
    if (isBroken(window, of.tracked.breaks)) return gap("crosses-break");
    if (n === 0) return gap("no-data");
    if (n < fewest) return gap("n-too-small");
    const estimate = windowEstimate(totals, of, level);
    if (estimate.kind === "not-estimable") return gap(estimate.reason);
    // A window that lies in one cluster of a stratum has a value, and nothing to say how good it is.
    if (estimate.interval === null) return gap("n-too-small");
    const kishSize = totals.weight ** 2 / totals.squaredWeight;
    return { kind: "point", window, estimate, kishSize, answeredPeriods };
  });
}
