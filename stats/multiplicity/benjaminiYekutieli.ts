import { stepUp } from "./stepUp.ts";

/**
 * Adjusts the p values of several tests together: it promises what `benjaminiHochberg` does, however the tests depend on
 * one another, and rejects less.
 *
 * @param pValues 0 to 1; not a number was not tested, is not counted and stays so.
 * @returns adjusted p values in the order of the tests: Benjamini and Hochberg's times 1 + 1/2 + ... + 1/tests, at most 1.
 * @see Benjamini & Yekutieli (2001), Annals of Statistics 29(4).
 */
export function benjaminiYekutieli(pValues: Float64Array): Float64Array {
  let harmonic = 0;
  let counted = 0;
  for (const p of pValues) if (!Number.isNaN(p)) harmonic += 1 / ++counted;
  return stepUp(pValues, (rank, tests) => (harmonic * tests) / rank);
}
