/** A day held against the seven before it, or why it cannot be. */
export type EarsDay =
  | {
      readonly kind: "statistic";
      /** The day's distance from the mean of its seven, in their standard deviations. */
      readonly value: number;
      readonly mean: number;
      /** With n - 1; at least the floor. */
      readonly standardDeviation: number;
    }
  | { readonly kind: "not-estimable"; readonly reason: "no-data" | "baseline-too-short" | "zero-baseline-sd" };

/** How C1 and C2 are worked out. */
export interface EarsRule {
  /** Days left out between the seven and the day: 0 for C1, 2 for C2. */
  readonly lag: 0 | 2;
  /**
   * Each day's standard error, below which no standard deviation is believed: without it seven days that happen to agree
   * make an alarm of anything. `null` for counts.
   */
  readonly floors: Float64Array | null;
}

/** C1 and C2 above this alarm. */
export const earsLimit = 3;

/** C3 above this alarms. */
export const earsSumLimit = 2;

const daysBefore = 7;

/**
 * The statistics C1 and C2 of the Early Aberration Reporting System, one a day. They adapt to a new level within a week:
 * what they miss in that week they miss for good.
 *
 * @param values one a day; not a number for a missing day, for which and for whose next days there is none.
 * @see Hutwagner, Thompson, Seeman & Treadwell (2003), Journal of Urban Health 80(2), Suppl. 1.
 */
export function ears(values: Float64Array, rule: EarsRule): EarsDay[] {
  return Array.from(values, (value, day) => earsDay(value, { values, day }, rule));
}

/**
 * C3, one a day: what C2 was above 1 on the day and the two before, summed; `null` where one of the three is undefined.
 *
 * @param second the days of C2.
 */
export function earsSum(second: readonly EarsDay[]): (number | null)[] {
  return second.map((_, day) => {
    if (day < 2) return null;
    let sum = 0;
    for (const each of second.slice(day - 2, day + 1)) {
      if (each.kind !== "statistic") return null;
      sum += Math.max(0, each.value - 1);
    }
    return sum;
  });
}

function earsDay(
  value: number,
  { values, day }: { values: Float64Array; day: number },
  { lag, floors }: EarsRule,
): EarsDay {
  const floor = floors === null ? 0 : (floors[day] ?? Number.NaN);
  if (Number.isNaN(value) || Number.isNaN(floor)) return { kind: "not-estimable", reason: "no-data" };
  const end = day - lag;
  const before = values.subarray(Math.max(0, end - daysBefore), Math.max(0, end));
  if (before.length < daysBefore || before.some(Number.isNaN))
    return { kind: "not-estimable", reason: "baseline-too-short" };
  const { mean, spread } = describe(before);
  const standardDeviation = Math.max(spread, floor);
  if (standardDeviation === 0) return { kind: "not-estimable", reason: "zero-baseline-sd" };
  return { kind: "statistic", value: (value - mean) / standardDeviation, mean, standardDeviation };
}

/** Whether days agree is told by comparing them: a sum of equal shares can miss them by a bit. */
function describe(values: Float64Array): { mean: number; spread: number } {
  const [first = 0] = values;
  if (values.every((value) => value === first)) return { mean: first, spread: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}
