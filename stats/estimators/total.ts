import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedTotal } from "../linearised/linearisedTotal.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";

/**
 * Estimates the total of a number over the weights: a population's where these sum to it. Those who gave none count as
 * 0, so say beside it how many they are.
 *
 * @param values one entry a row; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 */
export function total(values: Float64Array, design: Design, domain: Domain, level = 0.95): Estimate {
  return linearisedEstimate(linearisedTotal(values, design, domain), design, { statistic: "total", level });
}
