import type { Design } from "../design.ts";
import type { Estimate, Statistic } from "../estimate.ts";
import { studentTUncertainty } from "../intervals/studentT.ts";
import type { Linearised } from "../linearised/linearised.ts";
import { reliabilityOfMean } from "../reliability.ts";

/** The values a statistic has under each replicate of the weights, and what they vary about. */
export interface Replicates {
  readonly values: Float64Array;
  /** What the sum of squared distances is multiplied by: (n - 1)/n for a jackknife, 4/80 for the Household Pulse. */
  readonly scale: number;
  readonly centre: number;
}

/** How much a statistic varies among its replicates. */
export function replicateVariance({ values, scale, centre }: Replicates): number {
  let spread = 0;
  for (const each of values) spread += (each - centre) ** 2;
  return scale * spread;
}

/**
 * The estimate whose variance is that of its replicates.
 *
 * @param variance `null` where a replicate leaves nobody who answered: the value then has no interval.
 */
export function replicateEstimate(
  { value, n, weight: weightedBase }: Pick<Linearised, "value" | "n" | "weight">,
  { variance, degreesOfFreedom }: { variance: number | null; degreesOfFreedom: number },
  { statistic, level }: { statistic: Statistic; level: number },
): Estimate {
  const standardError = variance === null ? null : Math.sqrt(variance);
  return {
    kind: "estimate",
    statistic,
    value,
    standardError,
    ...studentTUncertainty({ value, standardError, degreesOfFreedom, level }),
    n,
    weightedBase,
    effectiveSampleSize: null,
    designEffect: null,
    degreesOfFreedom,
    reliability: reliabilityOfMean({ mean: value, standardError, n, degreesOfFreedom }),
  };
}

/** The mean of a number under weights of a replicate; `null` where nobody who answered has any. */
export function replicateMean(
  values: Float64Array,
  weights: Float64Array,
  { isUsed, frequencies }: { isUsed: Uint8Array } & Pick<Design, "frequencies">,
): number | null {
  let sum = 0;
  let all = 0;
  for (let row = 0; row < values.length; row++) {
    if (isUsed[row] !== 1) continue;
    const weight = (weights[row] ?? 0) * (frequencies === null ? 1 : (frequencies[row] ?? 0));
    sum += weight * (values[row] ?? 0);
    all += weight;
  }
  return all === 0 ? null : sum / all;
}
