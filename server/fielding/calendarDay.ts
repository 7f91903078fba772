/** Formatters are costly to make and a service knows few time zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of `moment` in a time zone, as `2020-01-30`.
 *
 * @throws {RangeError} if there is no such time zone.
 */
export function calendarDay(moment: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(moment);
}

/** Whether `name` is a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    calendarDay(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}
