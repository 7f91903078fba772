import { betweenVariance } from "../smallAreas/betweenVariance.ts";
import type { DailySeries } from "./dailySeries.ts";

/** What a series was like before: the level that later days are held against, and how surely it is known. */
export interface Baseline {
  readonly kind: "baseline";
  readonly level: number;
  /** The squared standard error of the level. */
  readonly varianceOfLevel: number;
  /** The variance of days about the level beyond what sampling explains. */
  readonly dispersion: number;
  /** The share among the answers of all its days, which the variance of an answer follows from; `null` of means. */
  readonly pooledShare: number | null;
  /** The variance of one answer; a day's sampling variance is this by its effective sample size. */
  readonly varianceOfAnswer: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Why there is no baseline: too few days with enough answers, or days that all agree in a series of means. */
export interface NoBaseline {
  readonly kind: "not-estimable";
  readonly reason: "baseline-too-short" | "no-variance";
  readonly eligible: number;
  readonly required: number;
}

/** Fewest days that a baseline is made of. */
const fewestDays = 7;

/**
 * The level of some days of a series, with over-dispersion.
 *
 * A day's sampling variance comes from the pooled share, never from its own: p(1 - p)/n is 0 on a quiet day, and would
 * give that day all the weight. The pooled share is held half an answer away from 0 and 1.
 *
 * @param days eligible days in order.
 * @see DerSimonian & Laird (1986), Controlled Clinical Trials 7(3), for the variance between days.
 */
export function baselineOf(series: DailySeries, days: readonly number[]): Baseline | NoBaseline {
  const eligible = days.length;
  const lacking = { kind: "not-estimable", eligible, required: fewestDays } as const;
  if (eligible < fewestDays) return { ...lacking, reason: "baseline-too-short" };
  const { pooledShare, varianceOfAnswer } = pooledVariance(series, days);
  if (!(varianceOfAnswer > 0)) return { ...lacking, reason: "no-variance" };
  const estimates = days.map((day) => series.estimates[day] ?? 0);
  const variances = days.map((day) => varianceOfAnswer / (series.effectiveSampleSizes[day] ?? 0));
  const dispersion = betweenVariance({ estimates, variances }, "dersimonian-laird");
  let sum = 0;
  let precision = 0;
  for (const [place, variance] of variances.entries()) {
    const weight = 1 / (variance + dispersion);
    sum += weight * (estimates[place] ?? 0);
    precision += weight;
  }
  return {
    kind: "baseline",
    level: sum / precision,
    varianceOfLevel: 1 / precision,
    dispersion,
    pooledShare,
    varianceOfAnswer,
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
  };
}

function pooledVariance(
  series: DailySeries,
  days: readonly number[],
): Pick<Baseline, "pooledShare" | "varianceOfAnswer"> {
  if (series.variances !== null)
    return { pooledShare: null, varianceOfAnswer: pooled(series.variances, series, days).mean };
  const pooledShare = shareOf(series, days);
  return { pooledShare, varianceOfAnswer: pooledShare * (1 - pooledShare) };
}

/** The pooled share, held half an answer away from 0 and 1. */
function shareOf(series: DailySeries, days: readonly number[]): number {
  const { mean, size } = pooled(series.estimates, series, days);
  return Math.min(Math.max(mean, 0.5 / size), 1 - 0.5 / size);
}

/** The mean of a column over days, each counting by its effective sample size, and the sum of those. */
function pooled(
  column: Float64Array,
  { effectiveSampleSizes }: DailySeries,
  days: readonly number[],
): { mean: number; size: number } {
  let sum = 0;
  let size = 0;
  for (const day of days) {
    const effective = effectiveSampleSizes[day] ?? 0;
    sum += effective * (column[day] ?? 0);
    size += effective;
  }
  return { mean: sum / size, size };
}
