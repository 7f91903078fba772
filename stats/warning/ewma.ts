/** An exponentially weighted moving average of deviations from a level. */
export interface Ewma {
  /** The average itself. */
  readonly excess: number;
  /** Its variance from the days' own. */
  readonly varianceOfDays: number;
  /** The sum of the days' weights, which is the weight of the level's own error: 0 before the first day, towards 1. */
  readonly weight: number;
}

/** The average before the first day. */
export const noDays: Ewma = { excess: 0, varianceOfDays: 0, weight: 0 };

/**
 * The average after one more day. A day that cannot be looked at changes nothing: it is left out.
 *
 * @param day its deviation from the level and the variance of that.
 * @param lambda the weight of the day, 0 to 1.
 * @see Roberts (1959), Technometrics 1(3); Lucas & Saccucci (1990), Technometrics 32(1).
 */
export function ewmaAfter(before: Ewma, day: { deviation: number; variance: number }, lambda: number): Ewma {
  const kept = 1 - lambda;
  return {
    excess: lambda * day.deviation + kept * before.excess,
    varianceOfDays: kept * kept * before.varianceOfDays + lambda * lambda * day.variance,
    weight: kept * before.weight + lambda,
  };
}

/**
 * The standard error of the average. The error of an estimated level is in every day alike, so it does not average out:
 * left out, there are nearly three times as many false alarms.
 */
export function standardErrorOfEwma({ varianceOfDays, weight }: Ewma, varianceOfLevel: number): number {
  return Math.sqrt(varianceOfDays + weight * weight * varianceOfLevel);
}
