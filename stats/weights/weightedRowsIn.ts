import type { Coded } from "../design.ts";
import type { RowsToWeight } from "./rake.ts";

/** How many respondents of positive weight each category of a variable has. */
export function weightedRowsIn(
  { codes, categories }: Coded,
  weights: Float64Array | null,
  { rows, frequencies = null }: RowsToWeight,
): Float64Array {
  const respondents = new Float64Array(categories);
  for (let row = 0; row < rows; row++) {
    const code = codes[row] ?? -1;
    if (code < 0 || (weights !== null && !((weights[row] ?? 0) > 0))) continue;
    respondents[code] = (respondents[code] ?? 0) + (frequencies === null ? 1 : (frequencies[row] ?? 0));
  }
  return respondents;
}
