import type { Columns } from "../../stats/columns.ts";
import type { Window } from "../../stats/trends/windows.ts";
import { singleWindows, trailingWindows } from "../../stats/trends/windows.ts";
import type { AnalysisRequest } from "./analysisApi.ts";

/** The days of an analysis, numbered from 0 without gaps, and the windows over them. */
export interface Calendar {
  readonly days: readonly string[];
  /** For each row its day; -1 outside the period. */
  readonly dayOf: Int32Array;
  readonly windows: readonly Window[];
}

const dayMs = 86_400_000;

/** The days from the first to the last that has a response of the period; without any, the period's own first. */
export function calendarOf(
  { days, day, rows }: Pick<Columns, "days" | "day" | "rows">,
  { from = "", to = "9999-12-31", every }: Pick<AnalysisRequest, "from" | "to" | "every">,
): Calendar {
  const within = days.filter((each) => each >= from && each <= to).sort();
  const first = within[0] ?? (from === "" ? "1970-01-01" : from);
  const last = within.at(-1) ?? first;
  const numberOf = (each: string): number => Math.round((Date.parse(each) - Date.parse(first)) / dayMs);
  const length = numberOf(last) + 1;
  const placeOf = days.map((each) => (each >= first && each <= last && within.length > 0 ? numberOf(each) : -1));
  const dayOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) dayOf[row] = placeOf[day[row] ?? -1] ?? -1;
  const dates = Array.from({ length }, (_, place) => isoDay(Date.parse(first) + place * dayMs));
  return { days: dates, dayOf, windows: windowsOver(dates, every) };
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function windowsOver(days: readonly string[], every: AnalysisRequest["every"]): Window[] {
  switch (every) {
    case "day":
      return singleWindows(days.length);
    case "7-days":
      return trailingWindows(days.length);
    case "week":
      return weeksOver(days);
    case undefined:
      return [{ from: 0, to: days.length - 1 }];
  }
}

/** ISO weeks, which begin on Monday; the first and the last may be parts of one. */
function weeksOver(days: readonly string[]): Window[] {
  const mondays = days.flatMap((day, place) => (place === 0 || new Date(day).getUTCDay() === 1 ? [place] : []));
  return mondays.map((from, place) => ({ from, to: (mondays[place + 1] ?? days.length) - 1 }));
}
