import type { Design } from "../design.ts";
import { tTwoSided } from "../distributions/studentT.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import { solveDecomposed, type PivotedCholesky } from "../matrix/solveSymmetric.ts";
import { sumOfProducts } from "../matrix/sumOfProducts.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import type { ModelMatrix } from "./modelMatrix.ts";
import { residualDegreesOfFreedom } from "./outcomeProblem.ts";
import type { Coefficient, NotFitted, Regression } from "./regression.ts";
import { predictor, type Fit } from "./scoreEquations.ts";

/** The root of the score equations, for the columns as the matrix writes them. */
export interface Root {
  readonly coefficients: Float64Array;
  readonly information: PivotedCholesky;
}

/** An error below this part of the largest outcome, for a term of deviation 1, is rounding. */
const roundingBelow = 1e-12;

/**
 * Errors and tests of a fitted model, its wanted coefficients back in the units of its terms.
 *
 * Each row's influence on the coefficients is its residual times x'A^-1, A the information; the rest is the one routine
 * of all variances.
 *
 * @see Binder (1983), International Statistical Review 51.
 */
export function fittedRegression(
  fit: Fit,
  { coefficients: root, information }: Root,
  design: Design,
  level: number,
): Regression | NotFitted {
  const { matrix } = fit;
  const { n, weight } = matrix.used;
  const inUnits = unitsOf(matrix).slice(0, matrix.wanted);
  const effects = inUnits.map((combination) => solveDecomposed(information, combination));
  const covariance = influenceCovariance(influencesOf(fit, root, effects), design);
  if (covariance.kind === "lonely")
    return { kind: "not-estimable", reason: "lonely-psu", n, stratum: covariance.stratum };
  withoutRounding(covariance.matrix, fit, inUnits);
  const degreesOfFreedom = residualDegreesOfFreedom(matrix, design);
  const size = matrix.wanted;
  return {
    kind: "regression",
    coefficients: matrix.columns.slice(0, size).map((column, place): Coefficient => {
      const value = sumOfProducts(inUnits[place] ?? root, root);
      const standardError = Math.sqrt(covariance.matrix[place * size + place] ?? 0);
      const t = value / standardError;
      return {
        ...column,
        value,
        standardError,
        interval: studentTInterval({ value, standardError, degreesOfFreedom, level }),
        test: standardError === 0 ? null : { t, pValue: tTwoSided(t, degreesOfFreedom) },
      };
    }),
    covariance: covariance.matrix,
    degreesOfFreedom,
    n,
    weightedBase: weight,
    lost: matrix.lost,
  };
}

/** For each column's coefficient in the units of its term, how it is put together from those of the columns as written. */
function unitsOf({ columns, means, deviations }: ModelMatrix): Float64Array[] {
  return columns.map((_, place) => {
    const combination = new Float64Array(columns.length);
    combination[place] = 1 / (deviations[place] ?? 1);
    // The intercept is where the terms are 0, not where they are at their means.
    for (let column = 1; place === 0 && column < columns.length; column++)
      combination[column] = -(means[column] ?? 0) / (deviations[column] ?? 1);
    return combination;
  });
}

function influencesOf(
  { matrix, outcome, family, profiles }: Fit,
  root: Float64Array,
  effects: readonly Float64Array[],
): Float64Array[] {
  const meanOf = profiles.forRows((entries) => family.mean(predictor(entries, root)));
  return effects.map((effect) => {
    const effectOf = profiles.forRows((entries) => predictor(entries, effect));
    const influence = new Float64Array(outcome.length);
    for (let row = 0; row < outcome.length; row++)
      if (matrix.used.isUsed[row] === 1) influence[row] = ((outcome[row] ?? 0) - meanOf(row)) * effectOf(row);
    return influence;
  });
}

/** Takes away what would be 0 but for rounding, as where all of a group answer alike: its t would be noise by noise. */
function withoutRounding(covariance: Float64Array, { matrix, outcome }: Fit, inUnits: readonly Float64Array[]): void {
  const size = inUnits.length;
  let largest = 0;
  for (let row = 0; row < outcome.length; row++)
    if (matrix.used.isUsed[row] === 1) largest = Math.max(largest, Math.abs(outcome[row] ?? 0));
  for (const [place, combination] of inUnits.entries()) {
    const unit = combination.reduce((sum, value) => sum + Math.abs(value), 0);
    if (Math.sqrt(covariance[place * size + place] ?? 0) > roundingBelow * largest * unit) continue;
    for (let other = 0; other < size; other++) covariance[place * size + other] = covariance[other * size + place] = 0;
  }
}
