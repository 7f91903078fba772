import type { Design } from "../../../stats/design.ts";
import { normalTwoSided } from "../../../stats/distributions/normal.ts";
import { changesSince } from "../../../stats/trends/change.ts";
import { periodSums, type PeriodSums, type Tracked } from "../../../stats/trends/periodSums.ts";
import { series, type SeriesPoint } from "../../../stats/trends/series.ts";
import { createTimeAxis, type TimeAxis } from "../../../stats/trends/timeAxis.ts";
import { trends, type Trend } from "../../../stats/trends/trends.ts";
import { singleWindows, trailingWindows, type Window } from "../../../stats/trends/windows.ts";
import { codeOf, type Adapter } from "../adapter.ts";
import type { ReferenceData } from "../referenceData.ts";
import { wordsOf } from "./regressions.ts";

/** The reference estimates every window that has anybody. */
const wanted = { fewest: 1 };

/** Series by day, over seven days and by wave, changes along them, and trends. */
export const trendCases: readonly Adapter[] = [
  {
    accepts: ({ input, expected }) => "variable" in input && "window" in input && "n_eff_kish" in expected,
    run({ input }, parts) {
      const { tracked, axis, first } = followed(String(input["variable"]), "day", parts);
      const windows = trailingWindows(axis.time.categories, Number(input["window"]));
      return inColumns("day", series(periodSums(tracked, axis), since(first, windows), wanted));
    },
  },
  {
    accepts: ({ input, expected }) => "variable" in input && "by" in input && "n_eff_kish" in expected,
    run({ input }, parts) {
      const by = String(input["by"]);
      const { tracked, axis, first } = followed(String(input["variable"]), by, parts);
      const windows = since(first, singleWindows(axis.time.categories));
      return inColumns(by, series(periodSums(tracked, axis), windows, wanted));
    },
  },
  {
    accepts: ({ input, expected }) => "variable" in input && "by" in input && "p_cov_holm" in expected,
    run({ input }, parts) {
      const { tracked, axis, first } = followed(String(input["variable"]), String(input["by"]), parts);
      return waveChanges(periodSums(tracked, axis), since(first + 1, singleWindows(axis.time.categories)));
    },
  },
  {
    accepts: ({ id, input }) => id.startsWith("trend_") && "y" in input && "x" in input,
    run({ input }, parts) {
      const [by = "", ...squared] = [input["x"] as string | string[]].flat();
      const { tracked, axis } = followed(String(input["y"]), by, parts);
      const [trend] = trends(tracked, axis);
      if (trend?.kind !== "trend") return { error: codeOf(trend?.reason ?? "no-data") };
      return squared.length === 0 ? straightCase(trend, by) : curvedCase(trend, by);
    },
  },
];

/** A variable along a column of whole numbers, which are its periods: from 0, though the file may begin later. */
function followed(
  variable: string,
  column: string,
  { data, design }: { data: ReferenceData; design: Design },
): { tracked: Tracked; axis: TimeAxis; first: number } {
  const numbers = data.numbers(column).filter((value) => !Number.isNaN(value));
  const first = numbers.reduce((least, value) => Math.min(least, value), Infinity);
  const last = numbers.reduce((most, value) => Math.max(most, value), -Infinity);
  const codes = Int32Array.from(data.numbers(column), (value) => (Number.isNaN(value) ? -1 : value));
  const values = data.numbers(variable);
  const isShare = values.every((value) => Number.isNaN(value) || value === 0 || value === 1);
  const tracked: Tracked = { values, statistic: isShare ? "share" : "mean", domain: null, breaks: [] };
  return { tracked, axis: createTimeAxis({ codes, categories: last + 1 }, design), first };
}

function since(first: number, windows: readonly Window[]): Window[] {
  return windows.filter(({ from }) => from >= first);
}

function straightCase({ regression, perPeriod, model }: Trend, by: string): Record<string, unknown> {
  return {
    ...wordsOf(regression, []),
    terms: ["(Intercept)", by],
    n_used: regression.n,
    ...(model === "logistic" && { avg_change_per_day_points: 100 * perPeriod.value }),
  };
}

function curvedCase({ curved }: Trend, by: string): Record<string, unknown> {
  if (curved.kind === "not-estimable") return { error: codeOf(curved.reason) };
  const { regression, test } = curved;
  return {
    ...wordsOf(regression, []),
    terms: ["(Intercept)", by, `I(${by}^2)`],
    n_used: regression.n,
    wald_quadratic: test.kind === "wald" ? { F: test.f, p: test.pValue } : { error: codeOf(test.reason) },
  };
}

function inColumns(column: string, points: readonly SeriesPoint[]): Record<string, unknown> {
  const each = <Value>(read: (point: SeriesPoint & { kind: "point" }) => Value): (Value | null)[] =>
    points.map((point) => (point.kind === "point" ? read(point) : null));
  return {
    [column]: points.map(({ window }) => window.to),
    estimate: each(({ estimate }) => estimate.value),
    se: each(({ estimate }) => estimate.standardError),
    n: points.map((point) => (point.kind === "point" ? point.estimate.n : point.n)),
    n_eff_kish: each(({ kishSize }) => kishSize),
  };
}

function waveChanges(of: PeriodSums, windows: readonly Window[]): Record<string, unknown> {
  const errors = series(of, singleWindows(of.axis.time.categories), wanted).map((point) =>
    point.kind === "point" ? (point.estimate.standardError ?? Number.NaN) : Number.NaN,
  );
  const { changes, adjustedPValues } = changesSince(of, { windows, periodsAgo: 1 }, wanted);
  const found = changes.flatMap((change) => (change.kind === "change" ? [change] : []));
  // What would hold if the waves shared nothing.
  const apart = found.map(({ from, to }) => Math.hypot(errors[from.to] ?? Number.NaN, errors[to.to] ?? Number.NaN));
  const zApart = found.map(({ estimate }, place) => estimate.value / (apart[place] ?? Number.NaN));
  return {
    from: found.map(({ from }) => from.to),
    to: found.map(({ to }) => to.to),
    change: found.map(({ estimate }) => estimate.value),
    se_indep: apart,
    z_indep: zApart,
    p_indep: zApart.map(normalTwoSided),
    se_cov: found.map(({ estimate }) => estimate.standardError),
    z_cov: found.map(({ z }) => z),
    p_cov: found.map(({ pValue }) => pValue),
    p_cov_holm: adjustedPValues,
  };
}
