import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";

/**
 * Estimates the mean of a number among those who gave one, with Student's interval. One answer alone, or no more
 * clusters than strata, have a value and no interval.
 *
 * @param values one entry a row; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 */
export function mean(values: Float64Array, design: Design, domain: Domain, level = 0.95): Estimate {
  const found = linearisedMean(values, design, domain);
  if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
  return linearisedEstimate(found, design, { statistic: "mean", level });
}
