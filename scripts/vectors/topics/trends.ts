import type { Design } from "../../../stats/design.ts";
import { normalTwoSided } from "../../../stats/distributions/normal.ts";
import { changesSince } from "../../../stats/trends/change.ts";
import { periodSums, type PeriodSums } from "../../../stats/trends/periodSums.ts";
import { series, type SeriesPoint } from "../../../stats/trends/series.ts";
import { createTimeAxis } from "../../../stats/trends/timeAxis.ts";
import { singleWindows, trailingWindows } from "../../../stats/trends/windows.ts";
import type { Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** The reference estimates every window that has anybody. */
const wanted = { fewest: 1 };

/** Series by day, over seven days and by wave, and changes along them. */
export const trendCases: readonly Adapter[] = [
  {
    accepts: ({ input, expected }) => "variable" in input && "window" in input && "n_eff_kish" in expected,
    run({ input }, parts) {
      const { of, first } = followed(input, "day", parts);
      const windows = trailingWindows(of.axis.time.categories, Number(input["window"]));
      return inColumns("day", first, series(of, windows, wanted));
    },
  },
  {
    accepts: ({ input, expected }) => "variable" in input && "by" in input && "n_eff_kish" in expected,
    run({ input }, parts) {
      const by = String(input["by"]);
      const { of, first } = followed(input, by, parts);
      return inColumns(by, first, series(of, singleWindows(of.axis.time.categories), wanted));
    },
  },
  {
    accepts: ({ input, expected }) => "variable" in input && "by" in input && "p_cov_holm" in expected,
    run: ({ input }, parts) => waveChanges(followed(input, String(input["by"]), parts)),
  },
];

/** An item's sums over a column of whole numbers, which are periods from the first on. */
function followed(
  input: ReferenceCase["input"],
  column: string,
  { data, design }: { data: ReferenceData; design: Design },
): { of: PeriodSums; first: number } {
  const numbers = data.numbers(column).filter((value) => !Number.isNaN(value));
  const first = numbers.reduce((least, value) => Math.min(least, value), Infinity);
  const last = numbers.reduce((most, value) => Math.max(most, value), -Infinity);
  const codes = Int32Array.from(data.numbers(column), (value) => (Number.isNaN(value) ? -1 : value - first));
  const values = data.numbers(String(input["variable"]));
  const isShare = values.every((value) => Number.isNaN(value) || value === 0 || value === 1);
  const axis = createTimeAxis({ codes, categories: last - first + 1 }, design);
  return { of: periodSums({ values, statistic: isShare ? "share" : "mean", domain: null, breaks: [] }, axis), first };
}

function inColumns(column: string, first: number, points: readonly SeriesPoint[]): Record<string, unknown> {
  const each = <Value>(read: (point: SeriesPoint & { kind: "point" }) => Value): (Value | null)[] =>
    points.map((point) => (point.kind === "point" ? read(point) : null));
  return {
    [column]: points.map(({ window }) => window.to + first),
    estimate: each(({ estimate }) => estimate.value),
    se: each(({ estimate }) => estimate.standardError),
    n: points.map((point) => (point.kind === "point" ? point.estimate.n : point.n)),
    n_eff_kish: each(({ kishSize }) => kishSize),
  };
}

function waveChanges({ of, first }: { of: PeriodSums; first: number }): Record<string, unknown> {
  const windows = singleWindows(of.axis.time.categories);
  const errors = series(of, windows, wanted).map((point) =>
    point.kind === "point" ? (point.estimate.standardError ?? Number.NaN) : Number.NaN,
  );
  const { changes, adjustedPValues } = changesSince(of, { windows, periodsAgo: 1 }, wanted);
  const found = changes.flatMap((change) => (change.kind === "change" ? [change] : []));
  // What would hold if the waves shared nothing.
  const apart = found.map(({ from, to }) => Math.hypot(errors[from.to] ?? Number.NaN, errors[to.to] ?? Number.NaN));
  const zApart = found.map(({ estimate }, place) => estimate.value / (apart[place] ?? Number.NaN));
  return {
    from: found.map(({ from }) => from.to + first),
    to: found.map(({ to }) => to.to + first),
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
