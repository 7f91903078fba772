import gammainc from "@stdlib/math-base-special-gammainc";
import { positiveRoot } from "./rootBetween.ts";

/** The probability that chi-square is at most `value`, without loss near 0. */
export function chiSquareLowerTail(value: number, degreesOfFreedom: number): number {
  if (!(value > 0)) return 0;
  return gammainc(value / 2, degreesOfFreedom / 2, true, false);
}

/** The probability that chi-square exceeds `value`, without loss in the far tail. */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  if (!(value > 0)) return 1;
  return gammainc(value / 2, degreesOfFreedom / 2, true, true);
}

/**
 * The quantile of chi-square; degrees of freedom positive, whole or not.
 *
 * @param probability between 0 and 1.
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  // The smaller tail leads: the larger one has no digits left to tell.
  if (probability < 0.5) return positiveRoot((value) => probability - chiSquareLowerTail(value, degreesOfFreedom));
  return positiveRoot((value) => chiSquareUpperTail(value, degreesOfFreedom) - (1 - probability));
}
