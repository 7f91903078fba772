import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { replicateEstimate, replicateMean, replicateVariance } from "./replicateEstimate.ts";

/** Replicate weights that came with a file. */
export interface GivenReplicates {
  /** For each replicate one weight a row. */
  readonly weights: readonly Float64Array[];
  /** 4 by the number of replicates for Fay's method with one half, as in the Household Pulse. */
  readonly scale: number;
}

/**
 * Estimates a mean with the replicate weights of a file, about the estimate of the full sample. Where a replicate leaves
 * nobody who answered, the value has no interval.
 *
 * @param values one entry a row; not a number means no answer.
 * @see Fay & Train (1995), Proceedings of the Section on Government Statistics, ASA.
 */
export function givenReplicatesMean(
  values: Float64Array,
  design: Design,
  domain: Domain,
  { replicates, level = 0.95 }: { replicates: GivenReplicates; level?: number },
): Estimate {
  const found = linearisedMean(values, design, domain);
  if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
  const degreesOfFreedom = Math.min(found.n, replicates.weights.length) - 1;
  const given: number[] = [];
  for (const weights of replicates.weights) {
    const value = replicateMean(values, weights, { isUsed: found.isUsed, frequencies: design.frequencies });
    if (value === null)
      return replicateEstimate(found, { variance: null, degreesOfFreedom }, { statistic: "mean", level });
    given.push(value);
  }
  const variance = replicateVariance({
    values: Float64Array.from(given),
    scale: replicates.scale,
    centre: found.value,
  });
  return replicateEstimate(found, { variance, degreesOfFreedom }, { statistic: "mean", level });
}
