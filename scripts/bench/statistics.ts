import { crossTable } from "../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../stats/crosstabs/raoScott.ts";
import { createDesign, type Coded } from "../../stats/design.ts";
import { periodSums } from "../../stats/trends/periodSums.ts";
import { series } from "../../stats/trends/series.ts";
import { createTimeAxis } from "../../stats/trends/timeAxis.ts";
import { singleWindows } from "../../stats/trends/windows.ts";
import { rake, type Margin } from "../../stats/weights/rake.ts";
import { figure, heading, medianMs, shown } from "./report.ts";
import type { Subject } from "./subject.ts";

const rows = 1_000_000;
const days = 35;
const items = 21;

/** The statistics that cost most, over a million rows made by counting. */
export async function benchStatistics(_: Subject, rounds: number): Promise<void> {
  heading(`Statistics over ${shown(rows)} weighted rows`);
  const weights = Float64Array.from({ length: rows }, (__, row) => 0.5 + ((row * 7919) % 1000) / 1000);
  const design = createDesign({ rows, weights });
  const coded = (categories: number, step: number): Coded => ({
    codes: Int16Array.from({ length: rows }, (__, row) => (row * step + (row >> 7)) % categories),
    categories,
  });
  const loop = await medianMs(rounds, () => addUp(weights));
  const times = (taken: number): string => `${shown(taken / loop)} times a sum of the weights`;

  const table = { rows: coded(5, 7), columns: coded(6, 11) };
  const crossed = await medianMs(rounds, () => crossTable(table, design));
  figure("crosstab of 5 × 6 with the covariance of its cells", shown(crossed, "ms"), times(crossed));

  const tested = await medianMs(rounds, () => {
    const occupied = occupiedTable(crossTable(table, design));
    return occupied.kind === "not-estimable" ? occupied : raoScott(occupied);
  });
  figure("the same with Rao and Scott's test", shown(tested, "ms"), times(tested));

  const axis = createTimeAxis(coded(days, 13), design);
  const holds = Float64Array.from({ length: rows }, (__, row) => Number((row * 31) % 10 < 3));
  const seriesOf = (): unknown => {
    const sums = periodSums({ values: holds, statistic: "share", domain: null, breaks: [] }, axis);
    return series(sums, singleWindows(days));
  };
  const followed = await medianMs(rounds, () => {
    for (let item = 0; item < items; item++) seriesOf();
  });
  figure(`${items} items by ${days} days, with intervals`, shown(followed, "ms"), times(followed));

  const margins = [
    [2, 3],
    [7, 5],
    [31, 17],
    [5, 19],
  ].map(([categories = 1, step = 1]): Margin => {
    const wanted = Float64Array.from({ length: categories }, (__, category) => 1 + category / categories);
    const sum = wanted.reduce((total, share) => total + share, 0);
    return { variable: `m${categories}`, ...coded(categories, step), shares: wanted.map((share) => share / sum) };
  });
  const raked = await medianMs(rounds, () => rake(null, margins, { rows }));
  figure("raking to 4 margins, to 1e-10", shown(raked, "ms"), times(raked));
}

function addUp(weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++) sum += weights[row] ?? 0;
  return sum;
}
