import { shareOfLogOdds } from "../distributions/logistic.ts";
import { tQuantile } from "../distributions/studentT.ts";
import type { Interval } from "../estimate.ts";
import { upperProbability, type ShareForInterval } from "./shareForInterval.ts";

/** The interval of a share on the logit scale: inside 0 to 1, and lopsided as it should be near the ends. */
export function logitInterval({ share, standardError, degreesOfFreedom, level }: ShareForInterval): Interval {
  const middle = Math.log(share / (1 - share));
  const reach = (tQuantile(upperProbability(level), degreesOfFreedom) * standardError) / (share * (1 - share));
  return { lower: shareOfLogOdds(middle - reach), upper: shareOfLogOdds(middle + reach), level, method: "logit" };
}

/** The interval of a share on the scale of its root's arc sine. */
export function arcsineInterval({ share, standardError, degreesOfFreedom, level }: ShareForInterval): Interval {
  const middle = Math.asin(Math.sqrt(share));
  const quantile = tQuantile(upperProbability(level), degreesOfFreedom);
  const reach = (quantile * standardError) / (2 * Math.sqrt(share * (1 - share)));
  return { lower: Math.sin(middle - reach) ** 2, upper: Math.sin(middle + reach) ** 2, level, method: "asin" };
}
