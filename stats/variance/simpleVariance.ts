import type { Design } from "../design.ts";
import type { Linearised } from "../linearised/linearised.ts";

/**
 * The variance a mean would have in a simple random sample of this size (R: `deff = "replace"`): times n, the variance
 * among people. `null` for one answer.
 */
export function simpleVariance(
  { influence, n, weight }: Linearised,
  { rows, weights, frequencies }: Design,
): number | null {
  if (n < 2) return null;
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    const own = influence[row] ?? 0;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    spread += (frequencies === null ? 1 : (frequencies[row] ?? 0)) * w * own * own;
  }
  return (weight * spread) / (n - 1);
}
