import type { Design } from "../design.ts";
import type { Domain, Linearised } from "./linearised.ts";
import { usedRows, weightedSum } from "./usedRows.ts";

/**
 * The mean of a number among those of the domain who gave one; a share where the numbers are 0 and 1. `null` where
 * nobody did.
 *
 * @param values one entry a row; not a number means no answer.
 */
export function linearisedMean(values: Float64Array, design: Design, domain: Domain): Linearised | null {
  const used = usedRows([values], design, domain);
  if (used.n === 0) return null;
  const value = weightedSum(values, used, design) / used.weight;
  const influence = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++)
    if (used.isUsed[row] === 1) influence[row] = ((values[row] ?? 0) - value) / used.weight;
  return { value, influence, ...used };
}
