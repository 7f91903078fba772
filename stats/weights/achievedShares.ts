import type { Coded } from "../design.ts";
import type { RowsToWeight } from "./rake.ts";

/** The weighted share of each category among those with an answer: what a weighting report holds against the target. */
export function achievedShares(
  { codes, categories }: Coded,
  weights: Float64Array,
  { rows, frequencies = null }: RowsToWeight,
): Float64Array {
  const sums = new Float64Array(categories);
  let all = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const weight = (weights[row] ?? 0) * (frequencies === null ? 1 : (frequencies[row] ?? 0));
    sums[code] = (sums[code] ?? 0) + weight;
    all += weight;
  }
  return all === 0 ? sums : sums.map((sum) => sum / all);
}
