/**
 * One indicator in one area, a value a day. Entry 0 is the first day; all columns have one entry a day.
 *
 * Higher is worse. To be warned of what falls, hand in the complement of a share or the negative of a mean, as a family of
 * its own. An area with too few answers a day comes with days pooled at the last of them (`stats/warning/pooledDays.ts`),
 * the days between with what is their own.
 */
export interface DailySeries {
  /** The day's share (0 to 1) or mean; not a number for a day without answers. */
  readonly estimates: Float64Array;
  /** Answers of the day, 0 for none. */
  readonly n: Float64Array;
  /** Kish's effective sample size of the day's answers. */
  readonly effectiveSampleSizes: Float64Array;
  /** Of means: the weighted variance of the day's answers. `null` for shares, whose variance follows from their size. */
  readonly variances: Float64Array | null;
}

/** The days with an estimate of enough answers to be looked at, in order. */
export function eligibleDays({ estimates, n, effectiveSampleSizes }: DailySeries, smallestN: number): number[] {
  return Array.from(estimates.keys()).filter(
    (day) => !Number.isNaN(estimates[day]) && (n[day] ?? 0) >= smallestN && (effectiveSampleSizes[day] ?? 0) > 0,
  );
}
