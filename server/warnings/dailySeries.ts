import type { Design } from "../../stats/design.ts";
import { periodSums, windowTotals, type WindowTotals } from "../../stats/trends/periodSums.ts";
import { createTimeAxis, type TimeAxis } from "../../stats/trends/timeAxis.ts";
import type { Window } from "../../stats/trends/windows.ts";
import type { DailySeries } from "../../stats/warning/dailySeries.ts";
import { pooledDays, sumOver } from "../../stats/warning/pooledDays.ts";
import { usualRule } from "../../stats/warning/warningRule.ts";
import type { Codebook, CodedValue } from "../../surveys/codebook/codebook.ts";
import { breakdownNamed } from "../analysis/breakdowns.ts";
import { indicatorItem } from "../analysis/items.ts";
import { domainOf } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { WatchedDays } from "./watchedDays.ts";

/** An area with the share that gets worse when it rises, a value a day; where answers are few, of several days at the last. */
export interface AreaSeries {
  readonly area: CodedValue | null;
  readonly series: DailySeries;
  /** Answers of each day alone. */
  readonly n: Float64Array;
  /** The first of the days that are looked at as one on each day. */
  readonly pooledFrom: Int32Array;
}

/** Where respondents are, and how days and areas lie on one axis: the areas of a day beside each other. */
interface Places {
  readonly areas: readonly CodedValue[];
  readonly axis: TimeAxis;
}

/**
 * Makes what sums indicators up by day and area: one pass over the rows for all series of an indicator. An axis is made
 * once for all indicators with the same areas. Days are never pooled across one of `breaks`.
 */
export function createDailySeries(
  source: { columns: StudyColumns; codebook: Codebook; design: Design },
  { days, dayOf }: WatchedDays,
): (indicator: Indicator, breaks: readonly number[]) => AreaSeries[] {
  const { columns, design } = source;
  const made = new Map<string | null, Places>();

  const placesOf = (name: string | null): Places => {
    const { values: areas, coded } =
      name === null
        ? { values: [], coded: { codes: new Int16Array(columns.rows).fill(-1) } }
        : breakdownNamed(name, { ...source, path: "areas" });
    // The last place of a day is of those who are in no area: they belong to the whole.
    const width = areas.length + 1;
    const codes = new Int32Array(columns.rows);
    for (let row = 0; row < codes.length; row++) {
      const area = coded.codes[row] ?? -1;
      codes[row] = (dayOf[row] ?? 0) * width + (area < 0 ? areas.length : area);
    }
    return { areas, axis: createTimeAxis({ codes, categories: days.length * width }, design) };
  };

  return ({ of, among, areas: name, worse }, breaks) => {
    const places = made.get(name) ?? placesOf(name);
    made.set(name, places);
    const { areas, axis } = places;
    const domain = among === null ? null : domainOf(among, columns);
    const values = indicatorItem(of).values(columns);
    const sums = periodSums({ values, statistic: "share", domain, breaks: [] }, axis);
    const width = areas.length + 1;
    const seriesIn = (area: CodedValue | null, windowOf: (start: number) => Window): AreaSeries => {
      const totals = days.map((_, day) => windowTotals(windowOf(day * width), sums));
      return { area, ...pooledSeries(totals, { worse, breaks }) };
    };
    return [
      seriesIn(null, (start) => ({ from: start, to: start + areas.length })),
      ...areas.map((area, place) => seriesIn(area, (start) => ({ from: start + place, to: start + place }))),
    ];
  };
}

/** A series of the totals of its days, those with few answers put together. */
function pooledSeries(
  totals: readonly WindowTotals[],
  { worse, breaks }: { worse: Indicator["worse"]; breaks: readonly number[] },
): Omit<AreaSeries, "area"> {
  const n = Float64Array.from(totals, (total) => total.n);
  const pooledFrom = pooledDays(n, { smallestN: usualRule.smallestN, breaks });
  // A day that makes no point keeps what is its own: it is too little to be looked at.
  const from = (day: number): number =>
    sumOver(n, pooledFrom[day] ?? day, day) >= usualRule.smallestN ? (pooledFrom[day] ?? day) : day;
  const pooled = (totalOf: (total: WindowTotals) => number): Float64Array => {
    const column = Float64Array.from(totals, totalOf);
    return column.map((_, day) => sumOver(column, from(day), day));
  };
  const weights = pooled(({ weight }) => weight);
  const squaredWeights = pooled(({ squaredWeight }) => squaredWeight);
  const counted = pooled(({ weight, centredMean }) => weight * centredMean);
  const share = (mean: number): number => (worse === "higher" ? mean : 1 - mean);
  const series: DailySeries = {
    estimates: counted.map((sum, day) => ((weights[day] ?? 0) > 0 ? share(sum / (weights[day] ?? 0)) : Number.NaN)),
    n: pooled((total) => total.n),
    effectiveSampleSizes: weights.map((weight, day) =>
      (squaredWeights[day] ?? 0) > 0 ? weight ** 2 / (squaredWeights[day] ?? 0) : 0,
    ),
    variances: null,
  };
  return { series, n, pooledFrom };
}
