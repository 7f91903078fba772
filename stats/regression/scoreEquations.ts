import { shareOfLogOdds } from "../distributions/logistic.ts";
import { pivotedCholesky, type PivotedCholesky } from "../matrix/solveSymmetric.ts";
import type { ModelMatrix } from "./modelMatrix.ts";
import type { OutcomeWithin } from "./outcomeWithin.ts";
import type { Profiles } from "./profiles.ts";

/** How an outcome's mean follows from the linear predictor by its canonical link, and how it varies at that mean. */
export interface Family {
  readonly mean: (predictor: number) => number;
  /** Also the slope of the mean, as the link is canonical. */
  readonly variance: (mean: number) => number;
  /** Of one outcome at a predictor and its mean, but for what does not depend on them. */
  readonly logLikelihood: (outcome: number, predictor: number, mean: number) => number;
}

/** A mean that is the predictor itself. */
export const linear: Family = {
  mean: (predictor) => predictor,
  variance: () => 1,
  logLikelihood: (outcome, predictor) => -((outcome - predictor) ** 2) / 2,
};

/** A share whose log odds are the predictor. */
export const logistic: Family = {
  mean: shareOfLogOdds,
  variance: (share) => share * (1 - share),
  // The logarithm of 1 + exp(-|predictor|) is that of the larger of the two shares, less: no digits are lost, no power is taken.
  logLikelihood: (outcome, predictor, share) =>
    outcome * predictor - Math.max(predictor, 0) + Math.log(Math.max(share, 1 - share)),
};

/** The weighted equations whose root the coefficients are. */
export interface ScoreEquations {
  /** What is highest at the root. */
  readonly logLikelihood: number;
  /** X'W(y - mean): how fast it rises, 0 at the root. */
  readonly score: Float64Array;
  /** X'W diag(variance) X, row by row: how fast the score falls. */
  readonly information: Float64Array;
  readonly decomposed: PivotedCholesky;
}

/** What is fitted. */
export interface Fit {
  readonly matrix: ModelMatrix;
  readonly outcome: Float64Array;
  readonly within?: OutcomeWithin | undefined;
  readonly family: Family;
  readonly profiles: Profiles;
}

/** The score equations at given coefficients of the matrix. */
export function scoreEquations({ profiles, family }: Fit, coefficients: Float64Array): ScoreEquations {
  const size = coefficients.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const predictors = linearPredictors(profiles, coefficients);
  const { count, outcomes, weights, explaining } = profiles;
  const { width, columns, values } = explaining;
  let logLikelihood = 0;
  for (let profile = 0; profile < count; profile++) {
    const predictor = predictors[profile] ?? 0;
    const outcome = outcomes[profile] ?? 0;
    const weight = weights[profile] ?? 0;
    const mean = family.mean(predictor);
    logLikelihood += weight * family.logLikelihood(outcome, predictor, mean);
    const residual = weight * (outcome - mean);
    const varying = weight * family.variance(mean);
    const start = profile * width;
    for (let one = start; one < start + width; one++) {
      const value = values[one] ?? 0;
      // The reference of a term is 0 in all its columns.
      if (value === 0) continue;
      const column = columns[one] ?? 0;
      score[column] = (score[column] ?? 0) + residual * value;
      for (let other = start; other <= one; other++) {
        const place = column * size + (columns[other] ?? 0);
        information[place] = (information[place] ?? 0) + varying * value * (values[other] ?? 0);
      }
    }
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++)
      information[column * size + row] = information[row * size + column] ?? 0;
  return { logLikelihood, score, information, decomposed: pivotedCholesky(information, size) };
}

/** The linear predictor of each profile. */
export function linearPredictors({ count, explaining }: Profiles, coefficients: Float64Array): Float64Array {
  const { width, columns, values } = explaining;
  const predictors = new Float64Array(count);
  for (let profile = 0; profile < count; profile++) {
    let sum = 0;
    for (let entry = profile * width; entry < (profile + 1) * width; entry++)
      sum += (values[entry] ?? 0) * (coefficients[columns[entry] ?? 0] ?? 0);
    predictors[profile] = sum;
  }
  return predictors;
}
