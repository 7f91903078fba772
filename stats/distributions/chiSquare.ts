import gammainc from "@stdlib/math-base-special-gammainc";

/** The probability that chi-square exceeds `value`, without loss in the far tail. */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  if (!(value > 0)) return 1;
  return gammainc(value / 2, degreesOfFreedom / 2, true, true);
}

/**
 * The quantile of chi-square, by halving the upper tail.
 *
 * @param probability between 0 and 1.
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  const tail = 1 - probability;
  let low = 0;
  let high = Math.max(1, degreesOfFreedom);
  while (chiSquareUpperTail(high, degreesOfFreedom) > tail) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (chiSquareUpperTail(middle, degreesOfFreedom) > tail) low = middle;
    else high = middle;
  }
}
