import type { StudyColumns } from "../estimates/studyColumns.ts";
import { refusal } from "../analysis/refusal.ts";
import type { TextPeriod } from "./textsApi.ts";

/** A study's columns, and whose texts are not counted: 1 for those whom screening excludes; `null` for nobody. */
export interface CountedColumns extends StudyColumns {
  readonly isExcluded: Uint8Array | null;
}

/** The texts of a question in a period. */
export interface PeriodTexts extends TextPeriod {
  /** 1 for a row of the period with a text. */
  readonly isIn: Uint8Array;
}

const dayMs = 86_400_000;

/** The day so many days later; earlier for a number below 0. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function lengthOf({ from, to }: { from: string; to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/**
 * First and last day of the study within what was asked for; `null` for a study without responses.
 *
 * @throws {Problem} `invalid-parameter` when the period ends before it begins.
 */
export function daysAsked(
  { days }: Pick<StudyColumns, "days">,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } | null {
  if (from !== undefined && to !== undefined && from > to)
    throw refusal("to", "before-from", { "zh-CN": "结束日期早于开始日期", en: "The period ends before it begins" });
  const inOrder = [...days].sort();
  const first = from ?? inOrder[0];
  const last = to ?? inOrder.at(-1);
  return first === undefined || last === undefined || first > last ? null : { from: first, to: last };
}

/** The rows of a period in which something was written to a question, without those of the excluded. */
export function textsIn(
  { column, rows, day, days, isExcluded }: CountedColumns,
  question: string,
  { from, to }: { from: string; to: string },
): PeriodTexts {
  const found = column(question);
  const isIn = new Uint8Array(rows);
  if (found?.kind !== "text") return { from, to, writers: 0, isIn };
  const isDayIn = days.map((each) => each >= from && each <= to);
  let writers = 0;
  for (let row = 0; row < rows; row++) {
    if (typeof found.values[row] !== "string" || isDayIn[day[row] ?? -1] !== true || isExcluded?.[row] === 1) continue;
    isIn[row] = 1;
    writers += 1;
  }
  return { from, to, writers, isIn };
}
