import { filtered } from "../estimates/filtered.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { AnalysisRequest } from "./analysisApi.ts";
import { calendarOf, type Calendar } from "./calendar.ts";
import { checkCondition } from "./checkCondition.ts";
import { refusal } from "./refusal.ts";

/** The parts of a request that say who it is about and when. */
export type Population = Pick<AnalysisRequest, "from" | "to" | "every" | "filter">;

/**
 * The days of a request.
 *
 * @throws {Problem} `invalid-parameter` at `to` for a period that ends before it begins.
 */
export function calendarIn(request: Population, columns: StudyColumns): Calendar {
  const { from, to } = request;
  if (from !== undefined && to !== undefined && from > to)
    throw refusal("to", "before-from", { "zh-CN": "结束日期早于开始日期", en: "The period ends before it begins" });
  return calendarOf(columns, request);
}

/**
 * The respondents of whom a request's filter is true; `null` for everyone.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the filter that the study has no variable or code for.
 */
export function domainIn({ filter }: Population, columns: StudyColumns): Uint8Array | null {
  if (filter === undefined) return null;
  checkCondition(filter, columns, "filter");
  return filtered(filter, columns);
}
