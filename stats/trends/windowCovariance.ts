import { usedRows } from "../linearised/usedRows.ts";
import { influenceCovariance, clusterSpreads } from "../variance/influenceCovariance.ts";
import { strataSum, type Covariance, type StratumSpread } from "../variance/strataSum.ts";
import { sumOf, type PeriodSums, type WindowTotals } from "./periodSums.ts";

/** A window's mean and how much of it goes into a sum: 1 for itself, 1 and -1 for the difference of two. */
export interface WindowPart {
  readonly totals: WindowTotals;
  readonly slope: number;
}

/**
 * What a respondent adds to a sum of window means per unit of weight, which depends on the period and the value alone:
 * slope times value (less the origin) less intercept.
 */
interface PeriodInfluence {
  /** Those of the windows, each once. */
  readonly periods: readonly number[];
  /** One entry a period of the axis. */
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
}

/**
 * The variance of a sum of window means, as `influenceCovariance` would find it from the rows: clusters that windows share
 * make them vary together. It costs the cells of the windows and the clusters of the file, not the rows; only with a
 * calibrated design, where a row's margins matter too, the rows.
 */
export function windowCovariance(parts: readonly WindowPart[], of: PeriodSums): Covariance {
  const { design, drawn } = of.axis;
  const influence = periodInfluence(parts, of);
  if (design.calibration !== null) return influenceCovariance([rowInfluence(influence, of)], design);
  const spreads =
    drawn.clusterOf === null ? respondentSpreads(influence, of) : clusterSpreads([clusterTotals(influence, of)], drawn);
  return strataSum(1, design.lonelyClusters, spreads);
}

function periodInfluence(parts: readonly WindowPart[], { axis }: PeriodSums): PeriodInfluence {
  const slopes = new Float64Array(axis.time.categories);
  const intercepts = new Float64Array(axis.time.categories);
  const periods = new Set<number>();
  for (const { totals, slope } of parts) {
    const { window, weight, centredMean, spread } = totals;
    for (let period = window.from; period <= window.to; period++) {
      periods.add(period);
      // Where all agree nobody has any influence, and what is left of it in the sums is rounding.
      if (spread === 0) continue;
      slopes[period] = (slopes[period] ?? 0) + slope / weight;
      intercepts[period] = (intercepts[period] ?? 0) + (slope * centredMean) / weight;
    }
  }
  return { periods: [...periods], slopes, intercepts };
}

function rowInfluence({ slopes, intercepts }: PeriodInfluence, { tracked, axis, origin }: PeriodSums): Float64Array {
  const { values, domain } = tracked;
  // A row of weight 0 has no influence, but would have a part in what the margins explain.
  const { isUsed } = usedRows([values], axis.design, domain);
  const { codes } = axis.time;
  return values.map((value, row) => {
    const period = codes[row] ?? -1;
    if (period < 0 || isUsed[row] !== 1) return 0;
    return (slopes[period] ?? 0) * (value - origin) - (intercepts[period] ?? 0);
  });
}

function* respondentSpreads(
  { periods, slopes, intercepts }: PeriodInfluence,
  of: PeriodSums,
): Generator<StratumSpread> {
  const { drawn, groupOf, cellsIn } = of.axis;
  const sums = new Float64Array(drawn.strata);
  const squares = new Float64Array(drawn.strata);
  for (const period of periods) {
    const slope = slopes[period] ?? 0;
    const intercept = intercepts[period] ?? 0;
    for (const cell of cellsIn[period] ?? []) {
      const stratum = groupOf?.[cell] ?? 0;
      sums[stratum] = (sums[stratum] ?? 0) + slope * sumOf("wy", cell, of) - intercept * sumOf("w", cell, of);
      squares[stratum] =
        (squares[stratum] ?? 0) +
        slope * (slope * sumOf("wwyy", cell, of) - 2 * intercept * sumOf("wwy", cell, of)) +
        intercept * intercept * sumOf("ww", cell, of);
    }
  }
  for (let stratum = 0; stratum < drawn.strata; stratum++) {
    const clusters = drawn.clustersIn[stratum] ?? 0;
    const sum = sums[stratum] ?? 0;
    const square = Math.max(0, squares[stratum] ?? 0);
    yield {
      name: drawn.names[stratum] ?? 0,
      clusters,
      centred: Float64Array.of(Math.max(0, square - (sum * sum) / clusters)),
      uncentred: Float64Array.of(square),
    };
  }
}

function clusterTotals({ periods, slopes, intercepts }: PeriodInfluence, of: PeriodSums): Float64Array {
  const { drawn, groupOf, cellsIn } = of.axis;
  const totals = new Float64Array(drawn.stratumOfCluster.length);
  for (const period of periods) {
    for (const cell of cellsIn[period] ?? []) {
      const cluster = groupOf?.[cell] ?? 0;
      totals[cluster] =
        (totals[cluster] ?? 0) +
        (slopes[period] ?? 0) * sumOf("wy", cell, of) -
        (intercepts[period] ?? 0) * sumOf("w", cell, of);
    }
  }
  return totals;
}

/** Clusters less strata over the respondents of windows that have no period in common. */
export function windowDegreesOfFreedom(parts: readonly WindowPart[], of: PeriodSums): number {
  const { drawn, groupOf, cellsIn } = of.axis;
  const respondents = parts.reduce((sum, { totals }) => sum + totals.n, 0);
  if (groupOf === null) return respondents - 1;
  const groups = new Set<number>();
  for (const { totals } of parts) {
    for (let period = totals.window.from; period <= totals.window.to; period++)
      for (const cell of cellsIn[period] ?? []) if (sumOf("n", cell, of) > 0) groups.add(groupOf[cell] ?? 0);
  }
  if (drawn.clusterOf === null) return respondents - groups.size;
  const strata = new Set(Array.from(groups, (cluster) => drawn.stratumOfCluster[cluster] ?? 0));
  return groups.size - strata.size;
}
