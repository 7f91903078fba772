import { betaTails } from "./betaTails.ts";
import { normalQuantile, normalUpperTail } from "./normal.ts";
import { positiveRoot } from "./rootBetween.ts";

/** Quantiles depend on two numbers only, and are asked for again and again. */
const known = new Map<number, Map<number, number>>();
const mostKnown = 10_000;

/**
 * The quantile of Student's t. Infinite degrees of freedom are the normal distribution.
 *
 * @param probability between 0 and 1.
 * @throws {RangeError} without degrees of freedom.
 */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`Cannot take a quantile with ${degreesOfFreedom} degrees of freedom: they must be positive`);
  let of = known.get(probability);
  if (of === undefined || of.size > mostKnown) known.set(probability, (of = new Map<number, number>()));
  const before = of.get(degreesOfFreedom);
  if (before !== undefined) return before;
  const found = degreesOfFreedom === Infinity ? normalQuantile(probability) : searched(probability, degreesOfFreedom);
  of.set(degreesOfFreedom, found);
  return found;
}

function searched(probability: number, degreesOfFreedom: number): number {
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const distance = positiveRoot((value) => tUpperTail(value, degreesOfFreedom) - tail);
  return probability < 0.5 ? -distance : distance;
}

/** The probability that Student's t exceeds `value`, without loss in the far tail. */
export function tUpperTail(value: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalUpperTail(value);
  if (value < 0) return 1 - tUpperTail(-value, degreesOfFreedom);
  const square = value * value;
  const whole = degreesOfFreedom + square;
  const place = { from0: square / whole, from1: degreesOfFreedom / whole };
  return 0.5 * betaTails(place, 0.5, degreesOfFreedom / 2).upper;
}

/** The probability that Student's t is at most `value`, without loss in the far tail. */
export function tLowerTail(value: number, degreesOfFreedom: number): number {
  return tUpperTail(-value, degreesOfFreedom);
}

/** The probability of a value as far from 0 as this one, on either side. */
export function tTwoSided(value: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * tUpperTail(Math.abs(value), degreesOfFreedom));
}
