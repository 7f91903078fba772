import type { DailySeries } from "../../stats/warning/dailySeries.ts";
import { earlyWarning, type DailyWarning, type Reading } from "../../stats/warning/earlyWarning.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { AreaSeries } from "./dailySeries.ts";
import type { DayState, Standing, StudyWarnings, WatchedArea } from "./warningsApi.ts";

/** An indicator with its series. */
export interface SeriesOfIndicator {
  readonly indicator: Indicator;
  readonly series: readonly AreaSeries[];
  /** Places of the days on which a questionnaire began whose answers are not comparable to those before. */
  readonly breaks: readonly number[];
}

/**
 * Watches indicators in all their areas; what rises and what falls are families of their own. An indicator begins anew
 * with each of its breaks: a baseline never holds answers to what was not asked alike.
 */
export function watchIndicators(
  all: readonly SeriesOfIndicator[],
  days: readonly string[],
): StudyWarnings["indicators"] {
  const told = new Map<DailySeries, DailyWarning[]>();
  for (const way of ["higher", "lower"] as const) {
    const family = all
      .filter(({ indicator }) => indicator.worse === way)
      .flatMap(({ series, breaks }) => series.map((of) => ({ ...of.series, breaks, of: of.series })));
    for (const [place, warnings] of earlyWarning(family).entries()) {
      const series = family[place];
      if (series !== undefined) told.set(series.of, warnings);
    }
  }
  return all.map(({ indicator, series }) => ({
    indicator: indicator.indicator,
    title: indicator.title,
    worse: indicator.worse,
    series: series.map((of) => watchedArea(of, told.get(of.series) ?? [], { worse: indicator.worse, days })),
  }));
}

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
