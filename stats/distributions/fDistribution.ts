import { betaTails, type BetaTails } from "./betaTails.ts";
import { chiSquareLowerTail, chiSquareUpperTail } from "./chiSquare.ts";
import { positiveRoot } from "./rootBetween.ts";

/** The probability that F is at most `value`, without loss near 0; degrees of freedom positive, whole or not. */
export function fLowerTail(value: number, numerator: number, denominator: number): number {
  if (!(value > 0)) return 0;
  if (denominator === Infinity) return chiSquareLowerTail(value * numerator, numerator);
  return tailsAt(value, numerator, denominator).lower;
}

/** The probability that F exceeds `value`, without loss in the far tail; degrees of freedom positive, whole or not. */
export function fUpperTail(value: number, numerator: number, denominator: number): number {
  if (!(value > 0)) return 1;
  if (denominator === Infinity) return chiSquareUpperTail(value * numerator, numerator);
  return tailsAt(value, numerator, denominator).upper;
}

function tailsAt(value: number, numerator: number, denominator: number): BetaTails {
  const scaled = numerator * value;
  const whole = denominator + scaled;
  return betaTails({ from0: scaled / whole, from1: denominator / whole }, numerator / 2, denominator / 2);
}

/**
 * The quantile of F; degrees of freedom positive, whole or not.
 *
 * @param probability between 0 and 1.
 */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  // The smaller tail leads: the larger one has no digits left to tell.
  if (probability < 0.5) return positiveRoot((value) => probability - fLowerTail(value, numerator, denominator));
  return positiveRoot((value) => fUpperTail(value, numerator, denominator) - (1 - probability));
}
