import { baselineOf, type Baseline, type NoBaseline } from "./baseline.ts";
import { cusumAfter } from "./cusum.ts";
import type { DailySeries } from "./dailySeries.ts";
import { ewmaAfter, noDays, type Ewma } from "./ewma.ts";
import type { WarningRule } from "./warningRule.ts";

/** A series to be watched. */
export interface Watched {
  readonly series: DailySeries;
  /** Its days with enough answers, in order. */
  readonly eligible: readonly number[];
  /** The first day on which anybody answered; infinite for none. */
  readonly firstDay: number;
  /** Days from which on a person has declared the level of the days before to be the new normal. */
  readonly confirmedOn: readonly number[];
}

/** What is known of a series at the end of a day, from that day and those before. */
export interface Watch {
  /** What the days are held against, or why there is nothing yet. */
  readonly baseline: Baseline | NoBaseline["reason"];
  /** The first day on which the baseline may move. */
  readonly nextMove: number;
  readonly ewma: Ewma;
  readonly cusum: number;
  /** The day after the last on which the cumulative sum was 0; `null` while it is. */
  readonly since: number | null;
  /** The last day that went into these; -1 for none. */
  readonly lastDay: number;
}

const nothingLooked = { ewma: noDays, cusum: 0, since: null, lastDay: -1 };

/** A series before its first day. */
export const unwatched: Watch = { baseline: "baseline-too-short", nextMove: Infinity, ...nothingLooked };

/**
 * What is known after one more day. The baseline is settled before the day is looked at, from days before it. On a day with
 * too few answers none moves, and nothing else changes.
 *
 * @param lastRed the last day before on which the series was red, or -1.
 */
export function watchAfter(
  before: Watch,
  { watched, day, lastRed }: { watched: Watched; day: number; lastRed: number },
  rule: WarningRule,
): Watch {
  const isEligible = placeAfter(watched.eligible, day) > placeAfter(watched.eligible, day - 1);
  const settled = settledBaseline(before, { watched, day }, rule);
  if (!isEligible) return settled;
  const moved = movedBaseline(settled, { watched, day, lastRed }, rule);
  return lookedAt(moved, { series: watched.series, day }, rule);
}

/** The moving average and the cumulative sum after an eligible day. */
function lookedAt(watch: Watch, { series, day }: { series: DailySeries; day: number }, { lambda }: WarningRule): Watch {
  const { baseline } = watch;
  if (typeof baseline === "string") return watch;
  const deviation = (series.estimates[day] ?? 0) - baseline.level;
  const variance = baseline.varianceOfAnswer / (series.effectiveSampleSizes[day] ?? 0) + baseline.dispersion;
  const cusum = cusumAfter(watch.cusum, deviation / Math.sqrt(variance + baseline.varianceOfLevel));
  return {
    baseline,
    nextMove: watch.nextMove,
    ewma: ewmaAfter(watch.ewma, { deviation, variance }, lambda),
    cusum,
    since: cusum === 0 ? null : (watch.since ?? day),
    lastDay: day,
  };
}

/** The series with its first baseline once that can be made, or with one that a person has decided on. */
function settledBaseline(watch: Watch, { watched, day }: { watched: Watched; day: number }, rule: WarningRule): Watch {
  const isDue = typeof watch.baseline === "string" && day >= watched.firstDay + rule.baselineDays;
  return isDue || watched.confirmedOn.includes(day) ? restarted(watch, { watched, day, from: day }, rule) : watch;
}

/** The series with a later baseline where that is due and has no red day in it or after it. */
function movedBaseline(
  watch: Watch,
  { watched, day, lastRed }: { watched: Watched; day: number; lastRed: number },
  rule: WarningRule,
): Watch {
  if (day < watch.nextMove || rule.movesEvery === null) return watch;
  const moved = restarted(watch, { watched, day, from: day - rule.movesEvery + 1 }, rule);
  const isClean = typeof moved.baseline === "string" || moved.baseline.firstDay > lastRed;
  return isClean ? moved : { ...watch, nextMove: moved.nextMove };
}

/**
 * The series with the baseline of the last eligible days before `from`, and looked at anew from there to the day before
 * `day`: so no day is both in a baseline and held against it. Where no such baseline can be made an older one is kept.
 */
function restarted(
  watch: Watch,
  { watched: { series, eligible }, day, from }: { watched: Watched; day: number; from: number },
  rule: WarningRule,
): Watch {
  const nextMove = day + (rule.movesEvery ?? Infinity);
  const end = placeAfter(eligible, from - 1);
  const baseline = baselineOf(series, eligible.slice(Math.max(0, end - rule.baselineDays), end));
  if (baseline.kind !== "baseline")
    return { ...watch, nextMove, baseline: typeof watch.baseline === "string" ? baseline.reason : watch.baseline };
  const anew: Watch = { baseline, nextMove, ...nothingLooked };
  const again = eligible.slice(end, placeAfter(eligible, day - 1));
  return again.reduce((so, each) => lookedAt(so, { series, day: each }, rule), anew);
}

/** How many of some days in order come up to and with a day. */
function placeAfter(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
