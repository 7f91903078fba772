import type { Design } from "../design.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import type { ModelMatrix } from "./modelMatrix.ts";
import type { NotFitted } from "./regression.ts";

/** What keeps an outcome from being explained at all: nobody, too few for so many coefficients, or all alike. */
export function outcomeProblem(outcome: Float64Array, matrix: ModelMatrix, design: Design): NotFitted | null {
  const { isUsed, n } = matrix.used;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  if (residualDegreesOfFreedom(matrix, design) <= 0) return { kind: "not-estimable", reason: "n-too-small", n };
  const first = outcome[isUsed.indexOf(1)];
  if (outcome.every((value, row) => isUsed[row] !== 1 || value === first))
    return { kind: "not-estimable", reason: "outcome-constant", n };
  return null;
}

/** Degrees of freedom of the rows used, plus 1 for the intercept that they have lost already, less the coefficients. */
export function residualDegreesOfFreedom({ columns, used }: ModelMatrix, design: Design): number {
  return degreesOfFreedom(used.isUsed, design) + 1 - columns.length;
}
