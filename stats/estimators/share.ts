import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain, Linearised } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { shareFromTotals } from "./shareFromTotals.ts";

/**
 * Estimates the share for whom something holds among those who answered, with Korn and Graubard's interval. One
 * answer alone, or no more clusters than strata, have a value and no interval.
 *
 * @param holds one entry a row: 1 or 0; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 */
export function share(holds: Float64Array, design: Design, domain: Domain, level = 0.95): Estimate {
  const found = linearisedMean(holds, design, domain);
  if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
  return shareFromTotals({
    n: found.n,
    yes: countOfOnes(holds, found, design),
    weight: found.weight,
    yesWeight: found.value * found.weight,
    squaredWeight: found.squaredWeight,
    covariance: influenceCovariance([found.influence], design),
    degreesOfFreedom: degreesOfFreedom(found.isUsed, design),
    level,
  });
}

function countOfOnes(holds: Float64Array, { isUsed }: Linearised, { rows, frequencies }: Design): number {
  let ones = 0;
  for (let row = 0; row < rows; row++)
    if (isUsed[row] === 1 && holds[row] === 1) ones += frequencies === null ? 1 : (frequencies[row] ?? 0);
  return ones;
}
