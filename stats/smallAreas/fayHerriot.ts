import { betweenVariance, type BetweenVarianceMethod } from "./betweenVariance.ts";

/** Direct estimates of areas. */
export interface AreaEstimates {
  /** One entry an area; not a number for one without answers. */
  readonly estimates: Float64Array;
  /** Sampling variances, smoothed: an area with 0 of 3 has none of its own. Not a number for one without answers. */
  readonly variances: Float64Array;
}

/** One area drawn to the mean of all by as much as its own estimate is uncertain. */
export interface AreaEstimate {
  readonly value: number;
  /** First order: it leaves out that the variance between areas is estimated. */
  readonly meanSquaredError: number;
  /** The part of the direct estimate in the value. */
  readonly ownPart: number;
  /** Without answers of its own: the value is the mean of all. */
  readonly flag: "synthetic" | null;
}

/** Areas by the model that they vary about a common mean. */
export interface SmallAreas {
  readonly kind: "areas";
  readonly betweenVariance: number;
  readonly mean: number;
  readonly varianceOfMean: number;
  /** In the order given. */
  readonly areas: readonly AreaEstimate[];
}

/** Areas, or that there are fewer than two to learn from. */
export type FayHerriot =
  SmallAreas | { readonly kind: "not-estimable"; readonly reason: "n-too-small"; readonly n: number };

/**
 * Small areas by Fay and Herriot's model without covariates. For maps, with the own part beside it; ranks need intervals,
 * and values that were drawn together must never be tested against each other.
 *
 * @param method of finding the variance between areas; Paule and Mandel's as a rule.
 * @see Fay & Herriot (1979), Journal of the American Statistical Association 74(366); Rao & Molina (2015), Small Area
 *   Estimation, chapter 5.
 */
export function fayHerriot(
  { estimates, variances }: AreaEstimates,
  method: BetweenVarianceMethod = "paule-mandel",
): FayHerriot {
  const direct: { estimates: number[]; variances: number[] } = { estimates: [], variances: [] };
  for (const [area, estimate] of estimates.entries()) {
    const variance = variances[area] ?? Number.NaN;
    if (Number.isNaN(estimate) || !(variance > 0)) continue;
    direct.estimates.push(estimate);
    direct.variances.push(variance);
  }
  const n = direct.estimates.length;
  if (n < 2) return { kind: "not-estimable", reason: "n-too-small", n };
  const between = betweenVariance(direct, method);
  const { mean, precision } = meanAt(direct, between);
  const varianceOfMean = 1 / precision;
  const areas = Array.from(estimates, (estimate, area) =>
    areaEstimate({ estimate, variance: variances[area] ?? Number.NaN }, { between, mean, varianceOfMean }),
  );
  return { kind: "areas", betweenVariance: between, mean, varianceOfMean, areas };
}

/**
 * Sampling variances from a share common to all areas and a design effect.
 *
 * @param n answers in each area.
 */
export function smoothedVariances(
  n: Float64Array,
  { share, designEffect }: { share: number; designEffect: number },
): Float64Array {
  return n.map((size) => (size > 0 ? (designEffect * share * (1 - share)) / size : Number.NaN));
}

function meanAt(
  { estimates, variances }: { estimates: readonly number[]; variances: readonly number[] },
  between: number,
): { mean: number; precision: number } {
  let sum = 0;
  let precision = 0;
  for (const [area, estimate] of estimates.entries()) {
    const weight = 1 / (between + (variances[area] ?? 0));
    sum += weight * estimate;
    precision += weight;
  }
  return { mean: sum / precision, precision };
}

function areaEstimate(
  { estimate, variance }: { estimate: number; variance: number },
  { between, mean, varianceOfMean }: { between: number; mean: number; varianceOfMean: number },
): AreaEstimate {
  if (Number.isNaN(estimate) || !(variance > 0))
    return { value: mean, meanSquaredError: between + varianceOfMean, ownPart: 0, flag: "synthetic" };
  const ownPart = between / (between + variance);
  return {
    value: ownPart * estimate + (1 - ownPart) * mean,
    meanSquaredError: ownPart * variance + (1 - ownPart) ** 2 * varianceOfMean,
    ownPart,
    flag: null,
  };
}
