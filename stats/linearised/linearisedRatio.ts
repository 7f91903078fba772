import type { Design } from "../design.ts";
import type { Domain, Linearised } from "./linearised.ts";
import { usedRows, weightedSum } from "./usedRows.ts";

/**
 * The weighted sum of one number over that of another, among those who gave both; `null` where there is nobody, or the
 * second sums to 0.
 *
 * @param numerator one entry a row; not a number means no answer.
 * @param denominator likewise.
 */
export function linearisedRatio(
  { numerator, denominator }: { numerator: Float64Array; denominator: Float64Array },
  design: Design,
  domain: Domain,
): Linearised | null {
  const used = usedRows([numerator, denominator], design, domain);
  const below = weightedSum(denominator, used, design);
  if (used.n === 0 || below === 0) return null;
  const value = weightedSum(numerator, used, design) / below;
  const influence = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++)
    if (used.isUsed[row] === 1) influence[row] = ((numerator[row] ?? 0) - value * (denominator[row] ?? 0)) / below;
  return { value, influence, ...used };
}
