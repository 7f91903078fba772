import { ears } from "../warning/ears.ts";

/** Days on which far more came in through a place than usual. */
export interface ArrivalBursts {
  /** One entry a day: the mean of the seven days before; not a number where there are no seven. */
  readonly usual: Float64Array;
  /** 1 for a burst, else 0. */
  readonly isBurst: Uint8Array;
}

/** What a day has to be for a burst. */
export interface BurstRule {
  /** Distance from the mean of the seven days before, in standard deviations. */
  readonly distance: number;
  /** How many times that mean. */
  readonly times: number;
  /** Fewer arrivals are never a burst. */
  readonly least: number;
}

/** A day of chance alone is beyond five standard deviations less than once in a million; doubling is what people see. */
const usualBurstRule: BurstRule = { distance: 5, times: 2, least: 20 };

/**
 * Finds days on which far more came in than on the seven before, by C1 of the Early Aberration Reporting System. No
 * standard deviation is believed that is smaller than that of a Poisson count.
 *
 * A burst is a link passed on in a large group as often as answers made to order: for a person to look at.
 *
 * @param counts one a calendar day in order, 0 for a day without any.
 * @see Hutwagner, Thompson, Seeman & Treadwell (2003), Journal of Urban Health 80(2), Suppl. 1.
 */
export function arrivalBursts(counts: Float64Array, rule: BurstRule = usualBurstRule): ArrivalBursts {
  const floors = counts.map((_, day) => {
    const before = counts.subarray(Math.max(0, day - 7), day);
    return Math.sqrt(before.reduce((sum, count) => sum + count, 0) / Math.max(1, before.length));
  });
  const days = ears(counts, { lag: 0, floors });
  return {
    usual: Float64Array.from(days, (day) => (day.kind === "statistic" ? day.mean : Number.NaN)),
    isBurst: Uint8Array.from(days, (day, place) => {
      if (day.kind !== "statistic") return 0;
      const count = counts[place] ?? 0;
      return Number(day.value > rule.distance && count >= rule.times * day.mean && count >= rule.least);
    }),
  };
}
