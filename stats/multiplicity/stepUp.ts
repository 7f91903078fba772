import { bySize } from "./bySize.ts";

/**
 * Adjusted p values from the largest p value down: each times its factor, none larger than that of a larger p value, at
 * most 1; what is not a number is not counted and stays so.
 *
 * @param factor by the p value's rank (1 is the smallest) and the number of tests.
 */
export function stepUp(pValues: Float64Array, factor: (rank: number, tests: number) => number): Float64Array {
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  const order = bySize(pValues);
  let smallest = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const test = order[rank - 1] ?? 0;
    smallest = Math.min(smallest, (pValues[test] ?? 1) * factor(rank, order.length));
    adjusted[test] = smallest;
  }
  return adjusted;
}
