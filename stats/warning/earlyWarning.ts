import { normalUpperTail } from "../distributions/normal.ts";
import { benjaminiHochberg } from "../multiplicity/benjaminiHochberg.ts";
import type { Baseline } from "./baseline.ts";
import { eligibleDays, type DailySeries } from "./dailySeries.ts";
import { standardErrorOfEwma } from "./ewma.ts";
import { usualRule, type WarningRule } from "./warningRule.ts";
import { unwatched, watchAfter, type Watch, type Watched } from "./watch.ts";

/** A series with the decisions taken about it. */
export interface Indicator extends DailySeries {
  /** Days from which on a person has declared the level of the 14 days before to be the new normal. */
  readonly confirmedOn?: readonly number[];
  /** Days, in order, from which on the series shows something else: nothing from before counts any more. */
  readonly breaks?: readonly number[];
}

/** How a series stands against its baseline. Days are places in its columns. */
export interface Reading {
  /** The moving average of the days' distances from the baseline's level, in the unit of the series: 0.02 is 2 points. */
  readonly excess: number;
  readonly standardError: number;
  /** The excess by its standard error. */
  readonly z: number;
  /** The probability of such an excess or a larger one when nothing has changed. */
  readonly p: number;
  /** The same, adjusted over all series of the day. */
  readonly adjustedP: number;
  readonly isAmber: boolean;
  /** Amber on this day and the day before. */
  readonly isRed: boolean;
  /** The cumulative sum, a second opinion: above 5 it would alarm by itself. */
  readonly cusum: number;
  /** The day on which the excess began, as the cumulative sum dates it; `null` where it sees none. */
  readonly since: number | null;
  readonly baseline: Baseline;
}

/** Why nothing can be told of a day. */
export type CannotTell = "no-data" | "n-too-small" | "baseline-too-short" | "no-variance";

/** What is told of one series on one day. */
export type DailyWarning =
  | {
      readonly kind: "told";
      readonly level: "quiet" | "amber" | "red";
      readonly reading: Reading;
      /** Whether to send word: amber or red, and of a share an excess of 2 points or more. */
      readonly isForMessage: boolean;
    }
  | {
      readonly kind: "cannot-tell";
      readonly reason: CannotTell;
      /** How the series stood on its last day with enough answers, while that counts; it tells nothing of this day. */
      readonly carried: Reading | null;
    };

/** The largest share of false alarms among alarms, on average over days. */
const falseShare = 0.05;
const smallestMessage = 0.02;

/**
 * Warns of series that have become worse: an exponentially weighted moving average of each against a baseline of its own
 * past, and Benjamini and Hochberg's adjustment over all series of the day. A day is told from itself and the days before,
 * so that more days change nothing of it.
 *
 * The first baseline is made of the eligible days among a series' first 14, or of its first 7 eligible days where those
 * took longer. It moves weekly to the 14 eligible days that ended 7 days ago, but never onto or past a day on which the
 * series was red: a raised level becomes normal by a person's decision only. Where answers are too few, what was known
 * last still counts among the series of the day, for 7 days.
 *
 * What is held is the share of false alarms among alarms. With 36 quiet series and a baseline that stays, about 8 amber and
 * 2 red episodes come in 100 days; while something is really wrong, more among the others. It warns of nothing that was
 * there from the beginning, and its baseline takes up a slow drift.
 *
 * Cost grows with series times days, and the logarithm of the series.
 *
 * @param family all series of a study; each has an entry for every day.
 * @returns for each series in order, its days in order.
 * @throws {RangeError} when series have different numbers of days.
 * @see Roberts (1959), Technometrics 1(3); Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1).
 */
export function earlyWarning(family: readonly Indicator[], rule: WarningRule = usualRule): DailyWarning[][] {
  const days = family[0]?.estimates.length ?? 0;
  if (family.some(({ estimates }) => estimates.length !== days))
    throw new RangeError("Cannot watch series of different lengths: each has an entry for every day");
  const watched = family.map((series) => watchedFrom(series, 0, rule));
  const told: DailyWarning[][] = family.map(() => []);
  let standing = family.map(() => nothingKnown);
  for (let day = 0; day < days; day++) {
    for (const [place, series] of family.entries()) {
      if (series.breaks?.includes(day) !== true) continue;
      watched[place] = watchedFrom(series, day, rule);
      standing[place] = nothingKnown;
    }
    standing = standingAfter(standing, { watched, day }, rule);
    for (const [place, { watch, reading }] of standing.entries()) {
      const of = watched[place];
      if (of !== undefined) told[place]?.push(warningOf(of, { day, watch, reading }));
    }
  }
  return told;
}

interface Standing {
  readonly watch: Watch;
  readonly reading: Reading | null;
  readonly lastRed: number;
}

const nothingKnown: Standing = { watch: unwatched, reading: null, lastRed: -1 };

/** A series as it is from a day on. */
function watchedFrom(series: Indicator, from: number, { smallestN }: WarningRule): Watched {
  const { estimates, confirmedOn = [] } = series;
  const firstDay = estimates.findIndex((value, day) => day >= from && !Number.isNaN(value));
  return {
    series,
    eligible: eligibleDays(series, smallestN).filter((day) => day >= from),
    firstDay: firstDay === -1 ? Infinity : firstDay,
    confirmedOn,
  };
}

/** All series after one more day: each watched by itself, then judged together. */
function standingAfter(
  before: readonly Standing[],
  { watched, day }: { watched: readonly Watched[]; day: number },
  rule: WarningRule,
): Standing[] {
  const watches = watched.map((of, place) => {
    const { watch, lastRed } = before[place] ?? { watch: unwatched, lastRed: -1 };
    return watchAfter(watch, { watched: of, day, lastRed }, rule);
  });
  const unadjusted = watches.map((watch) => (day - watch.lastDay > rule.carriedFor ? null : excessOf(watch)));
  const adjusted = benjaminiHochberg(Float64Array.from(unadjusted, (excess) => excess?.p ?? Number.NaN));
  return watches.map((watch, place) => {
    const { reading: previous = null, lastRed = -1 } = before[place] ?? {};
    const excess = unadjusted[place] ?? null;
    if (excess === null) return { watch, reading: null, lastRed };
    const reading = readingOf(watch, excess, { adjustedP: adjusted[place] ?? 1, previous });
    return { watch, reading, lastRed: reading.isRed ? day : lastRed };
  });
}

interface Excess extends Pick<Reading, "standardError" | "z" | "p"> {
  readonly baseline: Baseline;
}

/** What a series shows by itself; `null` before the first day that is held against a baseline. */
function excessOf({ baseline, ewma, lastDay }: Watch): Excess | null {
  if (typeof baseline === "string" || lastDay === -1) return null;
  const standardError = standardErrorOfEwma(ewma, baseline.varianceOfLevel);
  const z = ewma.excess / standardError;
  return { baseline, standardError, z, p: normalUpperTail(z) };
}

function readingOf(
  { ewma, cusum, since }: Watch,
  { baseline, standardError, z, p }: Excess,
  { adjustedP, previous }: { adjustedP: number; previous: Reading | null },
): Reading {
  const isAmber = adjustedP <= falseShare;
  const isRed = isAmber && previous?.isAmber === true;
  return { excess: ewma.excess, standardError, z, p, adjustedP, isAmber, isRed, cusum, since, baseline };
}

function warningOf(
  { series, firstDay }: Watched,
  { day, watch, reading }: { day: number; watch: Watch; reading: Reading | null },
): DailyWarning {
  if (reading !== null && watch.lastDay === day) {
    const level = reading.isRed ? "red" : reading.isAmber ? "amber" : "quiet";
    const isLarge = series.variances !== null || reading.excess >= smallestMessage;
    return { kind: "told", level, reading, isForMessage: reading.isAmber && isLarge };
  }
  return { kind: "cannot-tell", reason: reasonOf({ series, firstDay, day, watch }), carried: reading };
}

function reasonOf({
  series,
  firstDay,
  day,
  watch,
}: Pick<Watched, "series" | "firstDay"> & { day: number; watch: Watch }): CannotTell {
  if (day < firstDay) return "no-data";
  if (typeof watch.baseline === "string") return watch.baseline;
  return Number.isNaN(series.estimates[day]) ? "no-data" : "n-too-small";
}
