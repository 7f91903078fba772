import type { Estimated, Interval } from "../estimate.ts";
import { tQuantile } from "../distributions/studentT.ts";
import { betaInterval, kornGraubardInterval, unanimousInterval } from "./kornGraubard.ts";
import { upperProbability, type ShareForInterval } from "./shareForInterval.ts";
import { studentTInterval } from "./studentT.ts";
import { arcsineInterval, logitInterval } from "./transformed.ts";
import { wilsonInterval, wilsonOfSize } from "./wilson.ts";

/** The intervals a share can have; `korn-graubard` is the usual one. */
export type ShareIntervalMethod = "korn-graubard" | "beta" | "wilson" | "logit" | "asin" | "student-t";

const methods: Readonly<Record<ShareIntervalMethod, (of: ShareForInterval) => Interval>> = {
  "korn-graubard": kornGraubardInterval,
  beta: betaInterval,
  wilson: wilsonInterval,
  logit: logitInterval,
  asin: arcsineInterval,
  "student-t": ({ share, ...of }) => studentTInterval({ value: share, ...of }),
};

/**
 * The interval of an estimated share by a method and at a level of choice. `student-t` can leave 0 to 1.
 *
 * Where everyone agrees the error is 0 and says nothing: the answer is then Wilson's interval at Kish's effective size
 * for `wilson`, and Korn and Graubard's for all others.
 *
 * @param level 0.95 for a 95% interval.
 * @returns `null` where the share has no interval by any method: one answer alone, or no more clusters than strata.
 */
export function intervalOfShare(estimated: Estimated, method: ShareIntervalMethod, level: number): Interval | null {
  const { value: share, standardError, n, degreesOfFreedom, effectiveSampleSize } = estimated;
  if (standardError === null || effectiveSampleSize === null || degreesOfFreedom <= 0) return null;
  if (share !== 0 && share !== 1) return methods[method]({ share, standardError, n, degreesOfFreedom, level });
  if (method !== "wilson") return unanimousInterval(share, effectiveSampleSize, level);
  const quantile = tQuantile(upperProbability(level), degreesOfFreedom);
  return wilsonOfSize({ share, size: effectiveSampleSize, quantile, level });
}
