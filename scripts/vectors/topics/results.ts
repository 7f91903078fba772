import type { Estimate } from "../../../stats/estimate.ts";
import { codeOf } from "../adapter.ts";

/** An estimate in the words of a reference folder. */
export function inReferenceWords(estimate: Estimate): Record<string, unknown> {
  if (estimate.kind === "not-estimable")
    return {
      estimate: null,
      se: null,
      ci95_t: null,
      n_unweighted: estimate.n,
      flag: codeOf(estimate.reason),
      error: codeOf(estimate.reason),
    };
  const { interval, whyNoInterval } = estimate;
  const { value, standardError, n, weightedBase, designEffect, degreesOfFreedom } = estimate;
  return {
    estimate: value,
    se: standardError,
    df: degreesOfFreedom,
    ci95_t: interval === null ? null : [interval.lower, interval.upper],
    deff_replace: designEffect,
    n_unweighted: n,
    sum_weights: weightedBase,
    // The design effect is the squared error by the variance among people over n.
    var_weighted: designEffect === null || standardError === null ? null : (standardError ** 2 * n) / designEffect,
    ...(interval === null && { flag: codeOf(whyNoInterval) }),
  };
}
