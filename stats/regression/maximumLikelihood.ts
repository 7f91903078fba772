import type { Design } from "../design.ts";
import { pivotedCholesky, solveSymmetric } from "../matrix/solveSymmetric.ts";
import { sumOfProducts } from "../matrix/sumOfProducts.ts";
import type { Root } from "./fittedRegression.ts";
import { scoreEquations, type Fit, type ScoreEquations } from "./scoreEquations.ts";

/** The root of the score equations, or the term whose coefficient grows without end. */
export type MaximumLikelihood =
  ({ readonly kind: "root" } & Root) | { readonly kind: "separation"; readonly term: string };

const convergedBelow = 1e-10;
/** Far more than a root needs: with separation each step adds about 1 to a predictor, and probabilities reach 0 or 1. */
const mostSteps = 50;
const mostHalvings = 30;

/**
 * Newton's method (iteratively reweighted least squares) until the relative step is below 1e-10.
 *
 * With columns that do not follow from one another the likelihood of odds has one maximum and no other root, so that a
 * root that is not reached, or an information that becomes singular on the way, means that there is none: separation.
 *
 * @see Albert & Anderson (1984), Biometrika 71(1).
 */
export function maximumLikelihood(fit: Fit, start: Float64Array, design: Design): MaximumLikelihood {
  let at = { coefficients: start, equations: scoreEquations(fit, start, design) };
  let step: Float64Array = new Float64Array(start.length);
  for (let steps = 0; steps < mostSteps; steps++) {
    const { coefficients, equations } = at;
    const { information, score } = equations;
    if (pivotedCholesky(information, start.length).rank < start.length) break;
    step = solveSymmetric(information, score);
    if (largest(step) <= convergedBelow * Math.max(1, largest(coefficients)))
      return { kind: "root", coefficients: moved(coefficients, step, 1), information };
    at = stepped(fit, { coefficients, equations, step }, design);
  }
  return { kind: "separation", term: growing(fit, step) };
}

/** One step, halved while it leads further beyond the maximum than it started before it. */
function stepped(
  fit: Fit,
  { coefficients, equations, step }: { coefficients: Float64Array; equations: ScoreEquations; step: Float64Array },
  design: Design,
): { coefficients: Float64Array; equations: ScoreEquations } {
  const before = sumOfProducts(equations.score, step);
  let part = 1;
  for (let halvings = 0; ; halvings++, part /= 2) {
    const next = moved(coefficients, step, part);
    const found = scoreEquations(fit, next, design);
    if (halvings === mostHalvings || sumOfProducts(found.score, step) >= -before)
      return { coefficients: next, equations: found };
  }
}

function moved(coefficients: Float64Array, step: Float64Array, part: number): Float64Array {
  return coefficients.map((value, place) => value + part * (step[place] ?? 0));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The term whose column moves most. */
function growing({ matrix }: Fit, step: Float64Array): string {
  let most = 1;
  for (let column = 2; column < step.length; column++)
    if (Math.abs(step[column] ?? 0) > Math.abs(step[most] ?? 0)) most = column;
  return matrix.columns[most]?.term ?? "";
}
