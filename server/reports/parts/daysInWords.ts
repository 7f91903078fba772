import { formatDay, formatDayOfYear } from "../../../charts/format.ts";
import { sayTo, type Days, type ReportContext } from "../reportContext.ts";

/**
 * Days for a sentence: at its beginning, or within it.
 *
 * The seven days to the report's day are the last seven days; others have their first and last.
 */
export function daysInWords(
  { from, to }: Days,
  { day, week, reader }: ReportContext,
  where: "first" | "within" = "first",
): string {
  const { language } = reader;
  const say = sayTo(reader);
  if (from === to) return say(formatDay(to, language), `on ${formatDay(to, language)}`);
  if (to === day && from === week.from && isWholeWeek({ from, to }))
    return say("最近七天", where === "first" ? "In the last seven days" : "in the last seven days");
  const [first, last] = [formatDayOfYear(from, language), formatDay(to, language)];
  return say(
    `${formatDay(from, language)}至${formatDayOfYear(to, language)}`,
    `${where === "first" ? "From" : "from"} ${first} to ${last}`,
  );
}

function isWholeWeek({ from, to }: Days): boolean {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 === 6;
}
