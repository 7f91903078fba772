import type { Estimate } from "../../../stats/estimate.ts";
import type { AnalysisChange } from "../../analysis/analysisApi.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import type { Indicator } from "../../indicators/indicatorsApi.ts";
import type { DayState, Standing, StudyWarnings, WatchedArea } from "../../warnings/warningsApi.ts";
import { analyse, onlyEstimate, type ReportContext } from "../reportContext.ts";

/** Where one series of an indicator stands on the report's day. */
export interface SeriesReading {
  /** `null` for the whole study. */
  readonly area: WatchedArea["area"];
  readonly state: DayState;
  /** `null` for a day that is not the last: what led to its state is not kept. */
  readonly standing: Standing | null;
  /** Answers of the day, or of `pooled`; `null` as `standing`. */
  readonly n: number | null;
  /** The days that the state is told from, where they are several; `null` for the day alone, and as `standing`. */
  readonly pooled: WatchedArea["pooled"];
}

/** An indicator over the last seven days, how it has moved, and what the detector says of it. */
export interface IndicatorReading {
  readonly indicator: Indicator;
  readonly latest: Estimate;
  /** `null` where the latest is not shown. */
  readonly change: AnalysisChange | null;
  readonly whole: SeriesReading;
  readonly areas: readonly SeriesReading[];
  /** Fewest answers of a day that the detector looks at. */
  readonly smallestN: number;
}

const read = new WeakMap<ReportContext, Promise<IndicatorReading[]>>();

/** The study's indicators on the report's day, in the order in which they were made; worked out once a report. */
export function indicatorReadings(context: ReportContext): Promise<IndicatorReading[]> {
  const known = read.get(context) ?? readAll(context);
  read.set(context, known);
  return known;
}

async function readAll(context: ReportContext): Promise<IndicatorReading[]> {
  const { asking, study } = context;
  const indicators = await asking.indicators(study.study);
  if (indicators.length === 0) return [];
  const warnings = await asking.warnings(study, context.weighting.weight);
  const readings: IndicatorReading[] = [];
  for (const indicator of indicators) readings.push(await readingOf(indicator, warnings, context));
  return readings;
}

async function readingOf(
  indicator: Indicator,
  { days, indicators, smallestN }: StudyWarnings,
  context: ReportContext,
): Promise<IndicatorReading> {
  const { day } = context;
  const { of, among } = indicator;
  const asked = { indicator: of, to: day, ...(among !== null && { filter: among }) };
  const series = await analyse(context, { ...asked, every: "7-days", also: ["change"] });
  const latest = onlyEstimate(disclosedResult(await analyse(context, { ...asked, from: context.week.from })));
  const watched = indicators.find((each) => each.indicator === indicator.indicator)?.series ?? [];
  const place = days.indexOf(day);
  const isLast = place === days.length - 1;
  const [whole, ...areas] = watched.map(({ area, states, standing, n, pooled }): SeriesReading => ({
    area,
    state: states[place] ?? "no-data",
    standing: isLast ? standing : null,
    n: isLast ? n : null,
    pooled: isLast ? pooled : null,
  }));
  return {
    indicator,
    latest,
    change: latest.kind === "estimate" ? (series.changes?.[0]?.[0] ?? null) : null,
    whole: whole ?? { area: null, state: "no-data", standing: null, n: null, pooled: null },
    areas,
    smallestN,
  };
}
