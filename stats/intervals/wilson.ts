import { tQuantile } from "../distributions/studentT.ts";
import type { Interval } from "../estimate.ts";
import { upperProbability, type ShareForInterval } from "./shareForInterval.ts";

/**
 * Wilson's interval of a share at the effective sample size, held to at most n.
 *
 * @see Wilson (1927), Journal of the American Statistical Association 22(158).
 */
export function wilsonInterval({ share, standardError, n, degreesOfFreedom, level }: ShareForInterval): Interval {
  const size = Math.min(n, (share * (1 - share)) / standardError ** 2);
  return wilsonOfSize({ share, size, quantile: tQuantile(upperProbability(level), degreesOfFreedom), level });
}

/** Wilson's interval of a share among `size` answers; the share may be 0 or 1. */
export function wilsonOfSize({
  share,
  size,
  quantile,
  level,
}: {
  share: number;
  size: number;
  quantile: number;
  level: number;
}): Interval {
  const square = quantile ** 2 / size;
  const middle = share + square / 2;
  const reach = quantile * Math.sqrt((share * (1 - share)) / size + square / (4 * size));
  return {
    lower: Math.max(0, (middle - reach) / (1 + square)),
    upper: Math.min(1, (middle + reach) / (1 + square)),
    level,
    method: "wilson",
  };
}
