import { tQuantile } from "../distributions/studentT.ts";
import type { Interval, Uncertainty } from "../estimate.ts";
import { upperProbability } from "./shareForInterval.ts";

/**
 * Student's interval where there is one: it takes a standard error, and degrees of freedom that are left.
 *
 * @param level 0.95 for a 95% interval.
 */
export function studentTUncertainty({
  value,
  standardError,
  degreesOfFreedom,
  level,
}: {
  value: number;
  standardError: number | null;
  degreesOfFreedom: number;
  level: number;
}): Uncertainty {
  if (standardError === null || degreesOfFreedom <= 0) return { interval: null, whyNoInterval: "n-too-small" };
  return { interval: studentTInterval({ value, standardError, degreesOfFreedom, level }), whyNoInterval: null };
}

/** Estimate plus and minus Student's t times its standard error. */
export function studentTInterval({
  value,
  standardError,
  degreesOfFreedom,
  level,
}: {
  value: number;
  standardError: number;
  degreesOfFreedom: number;
  level: number;
}): Interval {
  const reach = tQuantile(upperProbability(level), degreesOfFreedom) * standardError;
  return { lower: value - reach, upper: value + reach, level, method: "student-t" };
}
