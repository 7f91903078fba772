import { betaTails } from "./betaTails.ts";
import { rootBetween } from "./rootBetween.ts";

/**
 * The quantile of the beta distribution; both shapes positive, whole or not.
 *
 * @param probability from 0 to 1.
 */
export function betaQuantile(probability: number, first: number, second: number): number {
  if (!(probability > 0)) return 0;
  if (probability >= 1) return 1;
  // Sought by the smaller tail, which has all its digits.
  if (probability > 0.5) return 1 - lowerQuantile(1 - probability, second, first);
  return lowerQuantile(probability, first, second);
}

/** The probability that a beta variable is at most `value`; both shapes positive, whole or not. */
export function betaLowerTail(value: number, first: number, second: number): number {
  if (!(value > 0)) return 0;
  return value >= 1 ? 1 : betaTails({ from0: value, from1: 1 - value }, first, second).lower;
}

function lowerQuantile(probability: number, first: number, second: number): number {
  const beyond = (value: number): number => betaLowerTail(value, first, second) - probability;
  const whole = first + second;
  const mean = first / whole;
  const deviation = Math.sqrt((mean * (1 - mean)) / (whole + 1));
  // About where a bell of the same mean and deviation has it; the ends move out until it lies between them.
  const guess = mean - (Math.log(1 / probability - 1) / 1.7) * deviation;
  let low = Math.max(0, guess);
  let high = Math.min(1, Math.max(guess, deviation / 64));
  for (let step = deviation / 8; low > 0 && beyond(low) > 0; step *= 2) low = Math.max(0, low - step);
  for (let step = deviation / 8; high < 1 && beyond(high) < 0; step *= 2) high = Math.min(1, high + step);
  return rootBetween(beyond, { low, high });
}
