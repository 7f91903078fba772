import type { Columns } from "../../stats/columns.ts";
import { calendarPeriods } from "../../stats/trends/calendarPeriods.ts";

/** The days that are watched, none left out, and each row's place among them. */
export interface WatchedDays {
  readonly days: readonly string[];
  readonly dayOf: Int32Array;
}

const dayMs = 86_400_000;
/** A study that has been forgotten open is not watched on. */
const longestSilence = 31;

/**
 * The days from the first with a response to the last, or to today where that is given and not long after.
 *
 * @param today the running day of a study that takes answers: one without any is told to be so.
 */
export function watchedDays(answered: Pick<Columns, "days" | "day">, today: string | null): WatchedDays {
  const { days, codes } = calendarPeriods(answered);
  return { days: [...days, ...daysAfter(days.at(-1), today)], dayOf: Int32Array.from(codes) };
}

function daysAfter(last: string | undefined, today: string | null): string[] {
  if (last === undefined || today === null || today <= last) return [];
  const silence = (Date.parse(today) - Date.parse(last)) / dayMs;
  if (silence > longestSilence) return [];
  return Array.from({ length: silence }, (_, place) =>
    new Date(Date.parse(last) + (place + 1) * dayMs).toISOString().slice(0, 10),
  );
}
