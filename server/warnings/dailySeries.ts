import type { Design } from "../../stats/design.ts";
import { periodSums, windowTotals } from "../../stats/trends/periodSums.ts";
import { createTimeAxis, type TimeAxis } from "../../stats/trends/timeAxis.ts";
import type { Window } from "../../stats/trends/windows.ts";
import type { DailySeries } from "../../stats/warning/dailySeries.ts";
import type { Codebook, CodedValue } from "../../surveys/codebook/codebook.ts";
import { breakdownNamed } from "../analysis/breakdowns.ts";
import { indicatorItem } from "../analysis/items.ts";
import { domainOf } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { WatchedDays } from "./watchedDays.ts";

/** An area with the share that gets worse when it rises, a value a day. */
export interface AreaSeries {
  readonly area: CodedValue | null;
  readonly series: DailySeries;
}

/** Where respondents are, and how days and areas lie on one axis: the areas of a day beside each other. */
interface Places {
  readonly areas: readonly CodedValue[];
  readonly axis: TimeAxis;
}

/**
 * Makes what sums indicators up by day and area: one pass over the rows for all series of an indicator. An axis is made
 * once for all indicators with the same areas.
 */
export function createDailySeries(
  source: { columns: StudyColumns; codebook: Codebook; design: Design },
  { days, dayOf }: WatchedDays,
): (indicator: Indicator) => AreaSeries[] {
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

  return ({ of, among, areas: name, worse }) => {
    const places = made.get(name) ?? placesOf(name);
    made.set(name, places);
    const { areas, axis } = places;
    const domain = among === null ? null : domainOf(among, columns);
    const values = indicatorItem(of).values(columns);
    const sums = periodSums({ values, statistic: "share", domain, breaks: [] }, axis);
    const width = areas.length + 1;
    const seriesIn = (windowOf: (start: number) => Window): DailySeries => {
      const totals = days.map((_, day) => windowTotals(windowOf(day * width), sums));
      const share = (mean: number): number => (worse === "higher" ? mean : 1 - mean);
      return {
        estimates: Float64Array.from(totals, ({ n, centredMean }) => (n === 0 ? Number.NaN : share(centredMean))),
        n: Float64Array.from(totals, ({ n }) => n),
        effectiveSampleSizes: Float64Array.from(totals, ({ weight, squaredWeight }) =>
          squaredWeight > 0 ? weight ** 2 / squaredWeight : 0,
        ),
        variances: null,
      };
    };
    return [
      { area: null, series: seriesIn((start) => ({ from: start, to: start + areas.length })) },
      ...areas.map((area, place) => ({
        area,
        series: seriesIn((start) => ({ from: start + place, to: start + place })),
      })),
    ];
  };
}
