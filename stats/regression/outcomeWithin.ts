import type { Design } from "../design.ts";
import type { SummedNumber } from "../tabulation/kinds.ts";

/** How the outcome of a row's respondents lies about their mean, in sums over them, one entry a row. */
export type OutcomeWithin = Pick<SummedNumber, "bySquaredWeight" | "squares">;

/** Less than this part of what it is a difference of is rounding. */
const nothingBelow = 1e-12;

/** Of a row's respondents the squared distances of the outcome from a value, by squared weights, summed up. */
export function squaresAbout(
  value: number,
  row: number,
  { bySquaredWeight, squares }: OutcomeWithin,
  { weights, frequencies, squaredWeights }: Design,
): number {
  const weight = weights === null ? 1 : (weights[row] ?? 0);
  const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
  const squaredWeight = frequency * (squaredWeights === null ? weight * weight : (squaredWeights[row] ?? 0));
  const size = (squares[row] ?? 0) + value * value * squaredWeight;
  const found = size - 2 * value * (bySquaredWeight[row] ?? 0);
  return found <= nothingBelow * size ? 0 : found;
}
