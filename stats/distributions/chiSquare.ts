import gammainc from "@stdlib/math-base-special-gammainc";

/** The probability that chi-square exceeds `value`, without loss in the far tail. */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  if (!(value > 0)) return 1;
  return gammainc(value / 2, degreesOfFreedom / 2, true, true);
}
