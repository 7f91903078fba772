import type { Design } from "../design.ts";
import { visitUsedRows, type ModelMatrix } from "./modelMatrix.ts";

/** How an outcome's mean follows from the linear predictor by its canonical link, and how it varies at that mean. */
export interface Family {
  readonly mean: (predictor: number) => number;
  /** Also the slope of the mean, as the link is canonical. */
  readonly variance: (mean: number) => number;
}

/** A mean that is the predictor itself. */
export const linear: Family = { mean: (predictor) => predictor, variance: () => 1 };

/** A share whose log odds are the predictor. */
export const logistic: Family = {
  mean: (predictor) => 1 / (1 + Math.exp(-predictor)),
  variance: (share) => share * (1 - share),
};

/** The weighted equations whose root the coefficients are. */
export interface ScoreEquations {
  /** X'W(y - mean): 0 at the root. */
  readonly score: Float64Array;
  /** X'W diag(variance) X, row by row: how fast the score falls. */
  readonly information: Float64Array;
}

/** What is fitted. */
export interface Fit {
  readonly matrix: ModelMatrix;
  readonly outcome: Float64Array;
  readonly family: Family;
}

/** The score equations at given coefficients of the matrix. */
export function scoreEquations(
  { matrix, outcome, family }: Fit,
  coefficients: Float64Array,
  design: Design,
): ScoreEquations {
  const size = coefficients.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const values = new Float64Array(size);
  visitUsedRows(matrix.used, design, (row, weight) => {
    matrix.fill(row, values);
    const mean = family.mean(predictor(values, coefficients));
    const residual = weight * ((outcome[row] ?? 0) - mean);
    const varying = weight * family.variance(mean);
    for (let one = 0; one < size; one++) {
      const value = values[one] ?? 0;
      score[one] = (score[one] ?? 0) + residual * value;
      const scaled = varying * value;
      for (let other = 0; other <= one; other++) {
        const place = one * size + other;
        information[place] = (information[place] ?? 0) + scaled * (values[other] ?? 0);
      }
    }
  });
  for (let one = 0; one < size; one++)
    for (let other = 0; other < one; other++) information[other * size + one] = information[one * size + other] ?? 0;
  return { score, information };
}

/** The linear predictor of a row written by the matrix. */
export function predictor(values: Float64Array, coefficients: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < values.length; column++) sum += (values[column] ?? 0) * (coefficients[column] ?? 0);
  return sum;
}
