import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Calendar } from "./calendar.ts";
import { calendarIn, domainIn, type Population } from "./population.ts";
import { refusal } from "./refusal.ts";

/** Of whom a request is. */
export interface Respondents {
  readonly calendar: Calendar;
  /** 1 for those of whom the filter is true, whatever their day; `null` without a filter. */
  readonly domain: Uint8Array | null;
  /** Responses in the period and filter, whatever their weight and answer. */
  readonly responses: number;
}

/**
 * Finds the respondents of a request's period and filter.
 *
 * @throws {Problem} `invalid-parameter` for a period that ends before it begins, a filter that says nothing about this
 *   study, and one that nobody meets.
 */
export function respondentsOf(request: Population, columns: StudyColumns): Respondents {
  const calendar = calendarIn(request, columns);
  const domain = domainIn(request, columns);
  const responses = rowsWithin(calendar, domain).reduce((sum, isIn) => sum + isIn, 0);
  if (request.filter !== undefined && responses === 0)
    throw refusal("filter", "matches-nobody", {
      "zh-CN": "没有符合筛选条件的回答",
      en: "No response matches the filter",
    });
  return { calendar, domain, responses };
}

/**
 * 1 for the rows of the period and the filter, as the factor that estimators take.
 *
 * @param window places of the first and last day; all days of the period where left out.
 */
export function rowsWithin(
  { dayOf }: Calendar,
  domain: Uint8Array | null,
  { from, to } = { from: 0, to: Number.POSITIVE_INFINITY },
): Uint8Array {
  const within = new Uint8Array(dayOf.length);
  for (let row = 0; row < within.length; row++) {
    const day = dayOf[row] ?? -1;
    if (day >= from && day <= to && (domain === null || domain[row] === 1)) within[row] = 1;
  }
  return within;
}
