import type { Design } from "../design.ts";
import type { Domain, Linearised } from "./linearised.ts";
import { usedRows, weightedSum } from "./usedRows.ts";

/**
 * The weighted sum of a number over those of the domain who gave one; those who gave none count as 0, so that a total
 * over many of them is too small.
 *
 * @param values one entry a row; not a number means no answer.
 */
export function linearisedTotal(values: Float64Array, design: Design, domain: Domain): Linearised {
  const used = usedRows([values], design, domain);
  const influence = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) if (used.isUsed[row] === 1) influence[row] = values[row] ?? 0;
  return { value: weightedSum(values, used, design), influence, ...used };
}
