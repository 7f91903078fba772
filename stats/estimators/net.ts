import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { netOfBoxes } from "../items/boxes.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";

/**
 * Estimates the share in the top boxes of a scale less the share in the bottom ones, -1 to 1, with Student's interval.
 *
 * @param of `values` are codes of the scale, one entry a row; not a number for no answer or "don't know".
 * @param level 0.95 for a 95% interval.
 */
export function net(
  of: { values: Float64Array; top: readonly number[]; bottom: readonly number[] },
  design: Design,
  domain: Domain,
  level = 0.95,
): Estimate {
  const found = linearisedMean(netOfBoxes(of.values, of), design, domain);
  if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
  return linearisedEstimate(found, design, { statistic: "net", level });
}
