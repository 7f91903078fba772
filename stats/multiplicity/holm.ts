import { bySize } from "./bySize.ts";

/**
 * Adjusts the p values of several tests together: it promises what `bonferroni` does, and rejects at least as much.
 *
 * @param pValues 0 to 1; not a number was not tested, is not counted and stays so.
 * @returns adjusted p values in the order of the tests: the smallest times the number of tests, the next times one less,
 *   and so on, none smaller than that of a smaller p value.
 * @see Holm (1979), Scandinavian Journal of Statistics 6(2).
 */
export function holm(pValues: Float64Array): Float64Array {
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  const order = bySize(pValues);
  let largest = 0;
  for (const [rank, test] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * (pValues[test] ?? 1)));
    adjusted[test] = largest;
  }
  return adjusted;
}
