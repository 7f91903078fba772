import gammaln from "@stdlib/math-base-special-gammaln";
import { betaTails } from "./betaTails.ts";
import { rootBetween } from "./rootBetween.ts";
import { tQuantile } from "./studentT.ts";

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
  return steppedQuantile(probability, first, second) ?? enclosedQuantile(probability, first, second);
}

const mostSteps = 6;
/** A step of this part of the distance to the nearer end leaves an error of its cube. */
const lastStep = 1e-6;

/**
 * Halley's steps from a bell's quantile: three looks at the tail where the shapes are not small, which is what intervals
 * ask for. `null` where they do not close in.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.5.22 for the beginning.
 */
function steppedQuantile(probability: number, first: number, second: number): number | null {
  if (first < 1 || second < 1) return null;
  const logBeta = gammaln(first) + gammaln(second) - gammaln(first + second);
  let place = bellQuantile(probability, first, second);
  for (let step = 0; step < mostSteps; step++) {
    const toEnd = Math.min(place, 1 - place);
    if (!(toEnd > 0)) return null;
    const logDensity = (first - 1) * Math.log(place) + (second - 1) * Math.log1p(-place) - logBeta;
    const slope = (betaLowerTail(place, first, second) - probability) / Math.exp(logDensity);
    const bend = (first - 1) / place - (second - 1) / (1 - place);
    const change = slope / (1 - 0.5 * Math.min(1, slope * bend));
    place -= change;
    if (Math.abs(change) < lastStep * toEnd) return place;
  }
  return null;
}

function bellQuantile(probability: number, first: number, second: number): number {
  const distance = -tQuantile(probability, Infinity);
  const [a, b] = [1 / (2 * first - 1), 1 / (2 * second - 1)];
  const lambda = (distance ** 2 - 3) / 6;
  const between = 2 / (a + b);
  const width = (distance * Math.sqrt(between + lambda)) / between - (b - a) * (lambda + 5 / 6 - 2 / (3 * between));
  return first / (first + second * Math.exp(2 * width));
}

function enclosedQuantile(probability: number, first: number, second: number): number {
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
