import { stepUp } from "./stepUp.ts";

/**
 * Adjusts the p values of several tests together: it promises what `holm` does for tests that are independent or depend
 * positively, and rejects at least as much.
 *
 * @param pValues 0 to 1; not a number was not tested, is not counted and stays so.
 * @returns adjusted p values in the order of the tests.
 * @see Hochberg (1988), Biometrika 75(4).
 */
export function hochberg(pValues: Float64Array): Float64Array {
  return stepUp(pValues, (rank, tests) => tests - rank + 1);
}
