import betainc from "@stdlib/math-base-special-betainc";
import { chiSquareUpperTail } from "./chiSquare.ts";

/** The probability that F exceeds `value`, without loss in the far tail; degrees of freedom positive, whole or not. */
export function fUpperTail(value: number, numerator: number, denominator: number): number {
  if (!(value > 0)) return 1;
  if (denominator === Infinity) return chiSquareUpperTail(value * numerator, numerator);
  const scaled = numerator * value;
  if (scaled <= denominator)
    return betainc(scaled / (denominator + scaled), numerator / 2, denominator / 2, true, true);
  return betainc(denominator / (denominator + scaled), denominator / 2, numerator / 2, true, false);
}
