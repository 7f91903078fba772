import { fUpperTail } from "../distributions/fDistribution.ts";
import { pivotedCholesky, solveSymmetric } from "../matrix/solveSymmetric.ts";
import { sumOfProducts } from "../matrix/sumOfProducts.ts";
import type { Regression } from "./regression.ts";

/** The test that several coefficients are 0 together, as those of a variable in categories. */
export type WaldTest =
  | {
      readonly kind: "wald";
      readonly f: number;
      /** Coefficients tested. */
      readonly numerator: number;
      /** Degrees of freedom of the regression. */
      readonly denominator: number;
      readonly pValue: number;
    }
  /** The coefficients do not vary freely: one has no error, or they follow from one another. */
  | { readonly kind: "not-estimable"; readonly reason: "no-variance"; readonly n: number };

/**
 * Wald's test of all coefficients of some terms: b'V^-1 b by their number, as F.
 *
 * @param terms names of terms of the regression.
 * @throws {RangeError} for a name that the regression does not have, and for none at all.
 * @see Korn & Graubard (1990), The American Statistician 44(4).
 */
export function waldTest(regression: Regression, terms: readonly string[]): WaldTest {
  const { coefficients, covariance, degreesOfFreedom: denominator, n } = regression;
  const unknown = terms.find((name) => !coefficients.some(({ term }) => term === name));
  if (unknown !== undefined || terms.length === 0)
    throw new RangeError(
      `Cannot test the terms [${terms.join(", ")}]: each must be one of the regression, and one is needed`,
    );
  const tested = [...coefficients.entries()].filter(([, { term }]) => term !== null && terms.includes(term));
  const numerator = tested.length;
  // In units of their errors, so that the scale of a term does not tell on the rank.
  const correlation = new Float64Array(numerator * numerator);
  const scaled = new Float64Array(numerator);
  for (const [row, [place, one]] of tested.entries()) {
    if (one.standardError === 0) return { kind: "not-estimable", reason: "no-variance", n };
    scaled[row] = one.value / one.standardError;
    for (const [column, [otherPlace, other]] of tested.entries())
      correlation[row * numerator + column] =
        (covariance[place * coefficients.length + otherPlace] ?? 0) / one.standardError / other.standardError;
  }
  if (pivotedCholesky(correlation, numerator).rank < numerator)
    return { kind: "not-estimable", reason: "no-variance", n };
  const solved = solveSymmetric(correlation, scaled);
  const f = sumOfProducts(scaled, solved) / numerator;
  return { kind: "wald", f, numerator, denominator, pValue: fUpperTail(f, numerator, denominator) };
}
