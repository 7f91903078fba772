import { bothFlags, countOfFlags } from "../../stats/linearised/flags.ts";
import { lately } from "../estimates/lately.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Calendar } from "./calendar.ts";
import { calendarIn, domainIn, type Population } from "./population.ts";
import { refusal } from "./refusal.ts";

/** Of whom a request is. */
export interface Respondents {
  readonly calendar: Calendar;
  /** 1 for those of the period and the filter. */
  readonly within: Uint8Array;
  /** Responses in the period and filter, whatever their weight and answer. */
  readonly responses: number;
}

/**
 * Finds the respondents of a request's period and filter.
 *
 * @throws {Problem} `invalid-parameter` for a period that ends before it begins, a filter that says nothing about this
 *   study, and one that nobody meets.
 */
export function respondentsOf({ from, to, every, filter }: Population, columns: StudyColumns): Respondents {
  return lately(columns, ["respondents", from, to, every, filter], () => {
    const calendar = lately(columns, ["calendar", from, to, every], () => calendarIn({ from, to, every }, columns));
    const ofPeriod = lately(columns, ["of the period", from, to, every], () => rowsWithin(calendar, null));
    const domain = domainIn({ filter }, columns);
    const within = domain === null ? ofPeriod : bothFlags(ofPeriod, domain);
    const responses = countOfFlags(within);
    if (filter !== undefined && responses === 0)
      throw refusal("filter", "matches-nobody", {
        "zh-CN": "没有符合筛选条件的回答",
        en: "No response matches the filter",
      });
    return { calendar, within, responses };
  });
}

/**
 * 1 for the rows of the period and the filter, as the factor that estimators take.
 *
 * @param window places of the first and last day; all days of the period where left out.
 */
export function rowsWithin(
  { dayOf, days }: Calendar,
  domain: Uint8Array | null,
  { from, to } = { from: 0, to: Number.POSITIVE_INFINITY },
): Uint8Array {
  // The first is of no day. By a table and without a branch, because the days of respondents follow each other in no order.
  const isIn = Uint8Array.from([-1, ...days.keys()], (day) => Number(day >= Math.max(from, 0) && day <= to));
  const within = new Uint8Array(dayOf.length);
  for (let row = 0; row < within.length; row++) within[row] = isIn[(dayOf[row] ?? -1) + 1] ?? 0;
  return domain === null ? within : bothFlags(within, domain);
}
