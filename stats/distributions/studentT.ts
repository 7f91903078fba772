import betainc from "@stdlib/math-base-special-betainc";
import quantile from "@stdlib/stats-base-dists-t-quantile";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { normalUpperTail } from "./normal.ts";

/** Quantiles depend on probability and degrees of freedom only, are asked for again and again, and cost 60 microseconds each. */
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
  const found =
    degreesOfFreedom === Infinity ? normalQuantile(probability, 0, 1) : quantile(probability, degreesOfFreedom);
  of.set(degreesOfFreedom, found);
  return found;
}

/** The probability that Student's t exceeds `value`, without loss in the far tail. */
export function tUpperTail(value: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalUpperTail(value);
  if (value < 0) return 1 - tUpperTail(-value, degreesOfFreedom);
  const square = value * value;
  // For small values the tail is near a half, and its complement is found with more digits.
  if (square < degreesOfFreedom)
    return 0.5 - 0.5 * betainc(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2, true, false);
  return 0.5 * betainc(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5, true, false);
}

/** The probability of a value as far from 0 as this one, on either side. */
export function tTwoSided(value: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * tUpperTail(Math.abs(value), degreesOfFreedom));
}
