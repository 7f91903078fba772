import type { Interval } from "../estimate.ts";
import type { ModelColumn } from "./modelMatrix.ts";

/** A fitted model: what the outcome's mean, or the log odds of it, rises by with each term while the others stay. */
export interface Regression {
  readonly kind: "regression";
  /** The intercept first, then the terms in their order. */
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, row by row. */
  readonly covariance: Float64Array;
  /** Clusters less strata over the rows used, plus 1, less the coefficients. */
  readonly degreesOfFreedom: number;
  /** Respondents who answered the outcome and every term, and the sum of their weights. */
  readonly n: number;
  readonly weightedBase: number;
  /** Respondents left out because they did not. */
  readonly lost: number;
}

/** One coefficient with its error, Student's interval and test against 0. */
export interface Coefficient extends ModelColumn {
  readonly value: number;
  /** 0 where nothing varies about it. */
  readonly standardError: number;
  readonly interval: Interval;
  /** `null` where the error is 0. */
  readonly test: StudentTest | null;
}

/** Student's test that a quantity is 0. */
export interface StudentTest {
  readonly t: number;
  /** Of a value as far from 0, on either side. */
  readonly pValue: number;
}

/** Why there is no model. */
export interface NotFitted {
  readonly kind: "not-estimable";
  readonly reason:
    | "no-data"
    | "n-too-small"
    | "lonely-psu"
    /** Everybody used has the same outcome. */
    | "outcome-constant"
    /** A term is constant, or follows from those before it. */
    | "collinear"
    /** The terms tell the outcome of some without fail, so that their odds are 0 or without end. */
    | "separation";
  readonly n: number;
  /** With `collinear` and `separation`: the name of the term to leave out or to make coarser. */
  readonly term?: string;
  /** With `lonely-psu`: the number of the stratum with a single cluster. */
  readonly stratum?: number;
}

/**
 * The coefficient of a term in numbers.
 *
 * @throws {RangeError} for a term that the regression does not have, or has in categories.
 */
export function coefficientOf<C extends Coefficient>(
  { coefficients }: { readonly coefficients: readonly C[] },
  name: string,
): C {
  const found = coefficients.find(({ term, category }) => term === name && category === null);
  if (found === undefined) throw new RangeError(`Cannot read the coefficient of ${name}: the regression has none`);
  return found;
}
