import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedRatio } from "../linearised/linearisedRatio.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";

/**
 * Estimates how much of one number there is for each of another, among those who gave both. Poor where few have any of
 * the second.
 *
 * @param of one entry a row each; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 */
export function ratio(
  of: { numerator: Float64Array; denominator: Float64Array },
  design: Design,
  domain: Domain,
  level = 0.95,
): Estimate {
  const found = linearisedRatio(of, design, domain);
  if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
  return linearisedEstimate(found, design, { statistic: "ratio", level });
}
