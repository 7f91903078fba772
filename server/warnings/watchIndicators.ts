import type { DailySeries } from "../../stats/warning/dailySeries.ts";
import { earlyWarning, type DailyWarning, type Reading } from "../../stats/warning/earlyWarning.ts";
import { sumOver } from "../../stats/warning/pooledDays.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { AreaSeries } from "./dailySeries.ts";
import type { DayState, Standing, WatchedArea, WatchedIndicator } from "./warningsApi.ts";

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
export function watchIndicators(all: readonly SeriesOfIndicator[], days: readonly string[]): WatchedIndicator[] {
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
  of: AreaSeries,
  warnings: readonly DailyWarning[],
  way: { worse: Indicator["worse"]; days: readonly string[] },
): WatchedArea {
  const { days } = way;
  const told = toldOn(of, warnings);
  const last = warnings.at(-1);
  const day = told.at(-1) ?? days.length - 1;
  const from = of.pooledFrom[day] ?? day;
  return {
    area: of.area,
    states: told.map((on) => stateOf(warnings[on])),
    n: sumOver(of.n, from, day),
    pooled: from < day ? { from: days[from] ?? "", to: days[day] ?? "" } : null,
    standing: last === undefined ? null : standingOf(last, way),
  };
}

/**
 * For each day the day on which its state was told: itself, or, while too few have answered since, the last of days that
 * were pooled.
 */
function toldOn({ pooledFrom }: AreaSeries, warnings: readonly DailyWarning[]): number[] {
  let pooled = -1;
  return warnings.map((warning, day) => {
    if (warning.kind === "told") {
      pooled = (pooledFrom[day] ?? day) < day ? day : -1;
      return day;
    }
    return pooled !== -1 && warning.reason === "n-too-small" && warning.carried !== null ? pooled : day;
  });
}

function stateOf(warning: DailyWarning | undefined): DayState {
  if (warning === undefined) return "no-data";
  return warning.kind === "told" ? warning.level : warning.reason;
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
