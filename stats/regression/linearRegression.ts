import type { Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { solveDecomposed } from "../matrix/solveSymmetric.ts";
import { collinearTerm } from "./collinearTerm.ts";
import { fittedRegression } from "./fittedRegression.ts";
import { modelMatrix, type Model } from "./modelMatrix.ts";
import { outcomeProblem } from "./outcomeProblem.ts";
import { profilesOf } from "./profiles.ts";
import type { NotFitted, Regression } from "./regression.ts";
import { linear, scoreEquations } from "./scoreEquations.ts";

/**
 * Explains the mean of a number by terms: weighted least squares, with errors by the design. A trend is the coefficient
 * of the day.
 *
 * Who left the outcome or a term unanswered is left out and counted. Its cost grows with those who differ in a term, times
 * terms squared, and with columns cubed.
 *
 * @param level 0.95 for 95% intervals.
 * @see Fuller (1975), Sankhyā C 37; Binder (1983), International Statistical Review 51.
 */
export function linearRegression(model: Model, design: Design, domain: Domain, level = 0.95): Regression | NotFitted {
  const matrix = modelMatrix(model, design, domain);
  const problem = outcomeProblem(model, matrix, design);
  if (problem !== null) return problem;
  const { outcome, within } = model;
  const fit = { matrix, outcome, within, family: linear, profiles: profilesOf(matrix, outcome, design) };
  // From 0 the first step of Newton's method is the whole way.
  const equations = scoreEquations(fit, new Float64Array(matrix.columns.length));
  const term = collinearTerm(equations, matrix);
  if (term !== null) return { kind: "not-estimable", reason: "collinear", n: matrix.used.n, term };
  const { score, decomposed } = equations;
  const root = { coefficients: solveDecomposed(decomposed, score), information: decomposed };
  return fittedRegression(fit, root, design, level);
}
