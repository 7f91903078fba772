import type { Design } from "../design.ts";
import { solveDecomposed } from "../matrix/solveSymmetric.ts";
import type { Root } from "./fittedRegression.ts";
import { scoreEquations, type Fit, type ScoreEquations } from "./scoreEquations.ts";

/** The root of the score equations, or the term whose coefficient grows without end. */
export type MaximumLikelihood =
  ({ readonly kind: "root" } & Root) | { readonly kind: "separation"; readonly term: string };

const convergedBelow = 1e-10;
/** A likelihood of few rows is not known to more digits; each row more may round once more. */
const leastRounding = 1e-13;
/** A root takes 5 to 10. With separation each adds about 1 to a predictor: probabilities reach 0 or 1 long before. */
const mostTrials = 60;

/**
 * Newton's method (iteratively reweighted least squares) until the relative step is below 1e-10.
 *
 * A step is halved while it leads over the top and down the other side, or so far out that nothing can be seen from there.
 * With columns that do not follow from one another the likelihood of odds has one top and no other root, so that a root
 * that is not reached does not exist: separation.
 *
 * @param start where to begin, and the equations there, of which none follows from the others.
 * @see Albert & Anderson (1984), Biometrika 71(1).
 */
export function maximumLikelihood(
  fit: Fit,
  start: { readonly coefficients: Float64Array; readonly equations: ScoreEquations },
  design: Design,
): MaximumLikelihood {
  let { coefficients, equations } = start;
  let step = solveDecomposed(equations.decomposed, equations.score);
  let part = 1;
  const rounding = Math.max(leastRounding, design.rows * Number.EPSILON);
  for (let trials = 0; trials < mostTrials; trials++) {
    const next = coefficients.map((value, place) => value + part * (step[place] ?? 0));
    if (largest(step) <= convergedBelow * Math.max(1, largest(coefficients)))
      return { kind: "root", coefficients: next, information: equations.decomposed };
    const found = scoreEquations(fit, next);
    if (isFurther(found, equations, rounding)) {
      coefficients = next;
      equations = found;
      step = solveDecomposed(equations.decomposed, equations.score);
      part = 1;
    } else part /= 2;
  }
  return { kind: "separation", term: growing(fit, step) };
}

function isFurther(found: ScoreEquations, before: ScoreEquations, rounding: number): boolean {
  const least = before.logLikelihood - rounding * Math.abs(before.logLikelihood);
  return found.logLikelihood >= least && found.decomposed.rank === found.score.length;
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
