import type { Coded } from "../design.ts";

/** Days of the calendar as the periods of a time axis. */
export interface CalendarPeriods extends Coded {
  /** For each period its day, `2020-01-30`; none is left out. */
  readonly days: readonly string[];
}

const dayMs = 86_400_000;

/**
 * Numbers the calendar's days from the first to the last that somebody answered on. A study's columns number only days
 * that occur, among which a week ago is not seven places back.
 *
 * @param answered.days days that occur, in order, `2020-01-30`.
 * @param answered.day for each row the place of its day among them; below 0 for none.
 * @throws {RangeError} for what is no day, or days that are not in order.
 */
export function calendarPeriods({ days, day }: { days: readonly string[]; day: Int32Array }): CalendarPeriods {
  const numbers = days.map(numberOf);
  const [first = 0] = numbers;
  const outOfOrder = numbers.findIndex((number, place) => place > 0 && number <= (numbers[place - 1] ?? 0));
  if (outOfOrder > 0)
    throw new RangeError(
      `Cannot number days: ${days[outOfOrder] ?? ""} does not come after ${days[outOfOrder - 1] ?? ""}`,
    );
  const categories = days.length === 0 ? 0 : (numbers.at(-1) ?? 0) - first + 1;
  // The first is of no day, whose place is -1: reading before an array begins takes many times as long.
  const periodOf = Int32Array.from([-1, ...numbers.map((number) => number - first)]);
  const codes = new Int32Array(day.length);
  for (let row = 0; row < day.length; row++) codes[row] = periodOf[Math.max(day[row] ?? -1, -1) + 1] ?? -1;
  return {
    codes,
    categories,
    days: Array.from({ length: categories }, (_, period) => dayOf(first + period)),
  };
}

function numberOf(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayMs;
  if (Number.isNaN(number) || dayOf(number) !== day) throw new RangeError(`Cannot number days: ${day} is none`);
  return number;
}

function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}
