import { stepUp } from "./stepUp.ts";

/**
 * Adjusts the p values of several tests together: of those with at most 0.05, on average at most 5% are rejected
 * wrongly. Holds for tests that are independent or depend positively; says nothing of the probability of one false
 * rejection.
 *
 * @param pValues 0 to 1; not a number was not tested, is not counted and stays so.
 * @returns adjusted p values (q values) in the order of the tests: each p value times the number of tests by its rank,
 *   none larger than that of a larger p value.
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1).
 */
export function benjaminiHochberg(pValues: Float64Array): Float64Array {
  return stepUp(pValues, (rank, tests) => tests / rank);
}
