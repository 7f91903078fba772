/** The usual alarm: a sum above this. */
export const cusumLimit = 5;

/**
 * The cumulative sum of deviations above a reference after one more day; 0 is the least. For deviations below, hand in
 * their negatives. With an estimated level it alarms falsely on more than three times as many days as the moving average:
 * a second opinion, and a way to say when an excess began.
 *
 * @param deviation of the day, in standard errors.
 * @param reference half the shift that is to be found soonest, in standard errors.
 * @see Page (1954), Biometrika 41(1/2); Lucas & Crosier (1982), Technometrics 24(3), for a start above 0.
 */
export function cusumAfter(before: number, deviation: number, reference = 0.5): number {
  return Math.max(0, before + deviation - reference);
}
