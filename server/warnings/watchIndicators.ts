import type { DailySeries } from "../../stats/warning/dailySeries.ts";
import { earlyWarning, type DailyWarning, type Reading } from "../../stats/warning/earlyWarning.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { AreaSeries } from "./dailySeries.ts";
import type { DayState, Standing, StudyWarnings, WatchedArea } from "./warningsApi.ts";
import type { WatchedDays } from "./watchedDays.ts";

/** An indicator with its series. */
export interface SeriesOfIndicator {
  readonly indicator: Indicator;
  readonly series: readonly AreaSeries[];
}

/**
 * Watches indicators in all their areas. What rises and what falls are families of their own, and so are the days on
 * either side of a break: a baseline never holds answers to what was not asked alike.
 */
export function watchIndicators(
  all: readonly SeriesOfIndicator[],
  { days, breaks }: WatchedDays,
): StudyWarnings["indicators"] {
  const told = new Map<DailySeries, DailyWarning[]>();
  for (const way of ["higher", "lower"] as const) {
    const family = all.filter(({ indicator }) => indicator.worse === way).flatMap(({ series }) => series);
    for (const [place, warnings] of inStretches(family, { days, breaks }).entries()) {
      const of = family[place];
      if (of !== undefined) told.set(of.series, warnings);
    }
  }
  const offset = breaks.at(-1) ?? 0;
  return all.map(({ indicator, series }) => ({
    indicator: indicator.indicator,
    title: indicator.title,
    worse: indicator.worse,
    series: series.map((of) =>
      watchedArea(of, told.get(of.series) ?? [], { worse: indicator.worse, days: days.slice(offset) }),
    ),
  }));
}

function inStretches(family: readonly AreaSeries[], { days, breaks }: Omit<WatchedDays, "dayOf">): DailyWarning[][] {
  const starts = [0, ...breaks];
  const stretches = starts.map((from, place) => {
    const to = starts[place + 1] ?? days.length;
    return earlyWarning(family.map(({ series }) => between(series, from, to)));
  });
  return family.map((_, place) => stretches.flatMap((stretch) => stretch[place] ?? []));
}

function between({ estimates, n, effectiveSampleSizes }: DailySeries, from: number, to: number): DailySeries {
  return {
    estimates: estimates.subarray(from, to),
    n: n.subarray(from, to),
    effectiveSampleSizes: effectiveSampleSizes.subarray(from, to),
    variances: null,
  };
}

/** @param way.days those after the last break, which readings count from. */
function watchedArea(
  { area, series }: AreaSeries,
  warnings: readonly DailyWarning[],
  way: { worse: Indicator["worse"]; days: readonly string[] },
): WatchedArea {
  const last = warnings.at(-1);
  return {
    area,
    states: warnings.map((warning): DayState => (warning.kind === "told" ? warning.level : warning.reason)),
    n: series.n.at(-1) ?? 0,
    standing: last === undefined ? null : standingOf(last, way),
  };
}

function standingOf(
  warning: DailyWarning,
  { worse, days }: { worse: Indicator["worse"]; days: readonly string[] },
): Standing | null {
  const reading: Reading | null = warning.kind === "told" ? warning.reading : warning.carried;
  if (reading === null) return null;
  const { excess, standardError, adjustedP, since, baseline } = reading;
  return {
    excess,
    standardError,
    adjustedP,
    since: since === null ? null : (days[since] ?? null),
    baseline: {
      level: worse === "higher" ? baseline.level : 1 - baseline.level,
      from: days[baseline.firstDay] ?? "",
      to: days[baseline.lastDay] ?? "",
    },
    isForMessage: warning.kind === "told" && warning.isForMessage,
    isCarried: warning.kind === "cannot-tell",
  };
}
