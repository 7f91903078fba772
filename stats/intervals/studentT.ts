import { tQuantile } from "../distributions/studentT.ts";
import type { Interval } from "../estimate.ts";
import { upperProbability } from "./shareForInterval.ts";

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
