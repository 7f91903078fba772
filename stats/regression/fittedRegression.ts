import type { Design } from "../design.ts";
import { tTwoSided } from "../distributions/studentT.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import { solveDecomposed, type PivotedCholesky } from "../matrix/solveSymmetric.ts";
import { sumOfProducts } from "../matrix/sumOfProducts.ts";
import { influenceCovariance, type Scatter } from "../variance/influenceCovariance.ts";
import type { ModelMatrix } from "./modelMatrix.ts";
import { squaresAbout, type OutcomeWithin } from "./outcomeWithin.ts";
import { forRows } from "./profiles.ts";
import { residualDegreesOfFreedom } from "./outcomeProblem.ts";
import type { Coefficient, NotFitted, Regression } from "./regression.ts";
import { linearPredictors, type Fit } from "./scoreEquations.ts";

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
  const { influence, scatter } = influencesOf(fit, { root, effects }, design);
  const covariance = influenceCovariance(influence, design, scatter);
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

interface Influences {
  readonly influence: readonly Float64Array[];
  readonly scatter: Scatter | null;
}

function influencesOf(
  { matrix, outcome, within, family, profiles }: Fit,
  { root, effects }: { root: Float64Array; effects: readonly Float64Array[] },
  design: Design,
): Influences {
  const predicted = linearPredictors(profiles, root);
  for (let profile = 0; profile < predicted.length; profile++)
    predicted[profile] = family.mean(predicted[profile] ?? 0);
  const means = forRows(predicted, profiles);
  const residuals = new Float64Array(means.length);
  for (let row = 0; row < means.length; row++)
    if (matrix.used.isUsed[row] === 1) residuals[row] = (outcome[row] ?? 0) - (means[row] ?? 0);
  const along = effects.map((effect) => forRows(linearPredictors(profiles, effect), profiles));
  return {
    influence: along.map((own) => products(own, residuals)),
    scatter: within === undefined ? null : { along, squares: squaresWithin({ means, residuals, within }, design) },
  };
}

/** A loop: with a callback for each row it takes as long as the fitting. */
function products(one: Float64Array, other: Float64Array): Float64Array {
  const found = new Float64Array(one.length);
  for (let row = 0; row < found.length; row++) found[row] = (one[row] ?? 0) * (other[row] ?? 0);
  return found;
}

/** For each row the squared distances of its respondents' weighted residuals from their mean, summed up. */
function squaresWithin(
  { means, residuals, within }: { means: Float64Array; residuals: Float64Array; within: OutcomeWithin },
  design: Design,
): Float64Array {
  const { weights, frequencies } = design;
  const found = new Float64Array(means.length);
  for (let row = 0; row < found.length; row++) {
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    const atMean = frequency * (weight * (residuals[row] ?? 0)) ** 2;
    found[row] = Math.max(0, squaresAbout(means[row] ?? 0, row, within, design) - atMean);
  }
  return found;
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
