import type { Design } from "../design.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import type { Model, ModelMatrix } from "./modelMatrix.ts";
import { squaresAbout } from "./outcomeWithin.ts";
import type { NotFitted } from "./regression.ts";

/** What keeps an outcome from being explained at all: nobody, too few for so many coefficients, or all alike. */
export function outcomeProblem(
  { outcome, within }: Pick<Model, "outcome" | "within">,
  matrix: ModelMatrix,
  design: Design,
): NotFitted | null {
  const { isUsed, n } = matrix.used;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  if (residualDegreesOfFreedom(matrix, design) <= 0) return { kind: "not-estimable", reason: "n-too-small", n };
  const first = isUsed.indexOf(1);
  const value = outcome[first] ?? 0;
  const isLike = (row: number): boolean =>
    within === undefined
      ? outcome[row] === value
      : isMean(outcome[row] ?? 0, value) && squaresAbout(value, row, within, design) === 0;
  if (isUsed.every((used, row) => used !== 1 || isLike(row)))
    return { kind: "not-estimable", reason: "outcome-constant", n };
  return null;
}

/** Means of the same number by other weights differ in their last digits. */
function isMean(mean: number, value: number): boolean {
  return Math.abs(mean - value) <= 1e-12 * Math.abs(value);
}

/** Degrees of freedom of the rows used, plus 1 for the intercept that they have lost already, less the coefficients. */
export function residualDegreesOfFreedom({ columns, used }: ModelMatrix, design: Design): number {
  return degreesOfFreedom(used.isUsed, design) + 1 - columns.length;
}
