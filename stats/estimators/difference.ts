import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { combined } from "../linearised/combined.ts";
import type { Linearised } from "../linearised/linearised.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";

/**
 * Estimates how much larger one statistic is than another of the same design: of two groups, or two items of the same
 * people. Clusters and calibration that both share make them vary together, and the error knows it.
 *
 * @param level 0.95 for a 95% interval.
 */
export function difference({ of, from }: { of: Linearised; from: Linearised }, design: Design, level = 0.95): Estimate {
  const parts = [
    { of, slope: 1 },
    { of: from, slope: -1 },
  ];
  return linearisedEstimate(combined(of.value - from.value, parts, design), design, { statistic: "difference", level });
}
