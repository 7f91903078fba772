import { bySize } from "./bySize.ts";

/**
 * Adjusts the p values of several tests together: with each at most 0.05, the probability that even one of the true
 * null hypotheses is rejected is at most 0.05, however the tests depend on one another.
 *
 * @param pValues 0 to 1; not a number was not tested, is not counted and stays so.
 * @returns adjusted p values in the order of the tests, each its p value times the number of tests, at most 1.
 * @see Dunn (1961), Journal of the American Statistical Association 56(293).
 */
export function bonferroni(pValues: Float64Array): Float64Array {
  const tests = bySize(pValues).length;
  return pValues.map((p) => Math.min(1, p * tests));
}
