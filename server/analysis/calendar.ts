import type { Columns } from "../../stats/columns.ts";
import type { Coded } from "../../stats/design.ts";
import { calendarPeriods } from "../../stats/trends/calendarPeriods.ts";
import type { Window } from "../../stats/trends/windows.ts";
import { singleWindows, trailingWindows } from "../../stats/trends/windows.ts";
import type { AnalysisRequest, AnalysisWindow } from "./analysisApi.ts";

/** The days of an analysis, numbered from 0 without gaps, and the windows over them. */
export interface Calendar {
  readonly days: readonly string[];
  /** For each row its day; -1 outside the period. */
  readonly dayOf: Coded["codes"];
  readonly windows: readonly Window[];
}

/** The days from the first to the last that has a response of the period; without any, the period's own first. */
export function calendarOf(
  { days, day, rows }: Pick<Columns, "days" | "day" | "rows">,
  { from = "", to = "9999-12-31", every }: Pick<AnalysisRequest, "from" | "to" | "every">,
): Calendar {
  // Columns number days as they come, and an import or another clock brings them in any order.
  const within = days.filter((each) => each >= from && each <= to).sort();
  if (within.length === 0)
    return {
      days: [from === "" ? "1970-01-01" : from],
      dayOf: new Int32Array(rows).fill(-1),
      windows: [{ from: 0, to: 0 }],
    };
  const placeOf = Int32Array.from(days, (each) => within.indexOf(each));
  const placeIn = new Int32Array(rows);
  for (let row = 0; row < rows; row++) placeIn[row] = placeOf[day[row] ?? 0] ?? -1;
  const periods = calendarPeriods({ days: within, day: placeIn });
  return { days: periods.days, dayOf: periods.codes, windows: windowsOver(periods.days, every) };
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

/** A window by its days. */
export function dated({ from, to }: Window, { days }: Pick<Calendar, "days">): AnalysisWindow {
  return { from: days[from] ?? "", to: days[to] ?? "" };
}
