import type { Coded } from "../../stats/design.ts";
import type { Break, Window } from "../../stats/trends/windows.ts";
import { lately } from "../estimates/lately.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { AnalysisGroup, AnalysisRequest } from "./analysisApi.ts";
import type { Calendar } from "./calendar.ts";

/** Groups and days on one axis, the days of a group beside each other. */
export interface LaidOut {
  /** For each respondent the place on the axis. */
  readonly places: Coded;
  /** Where days must not be pooled, within each group and between groups. */
  readonly breaks: readonly Break[];
  /** The days, or 1 where they are all together. */
  readonly length: number;
  /** All groups as one, beside which each can be seen; only where the days are together. */
  readonly together: readonly AnalysisGroup[];
}

/** Lays groups and days out; without a series the days of a group are together. */
export function layOut(
  { groups, calendar: { dayOf, days }, breaks }: { groups: Coded; calendar: Calendar; breaks: readonly Break[] },
  { by, every, from, to }: AnalysisRequest,
  columns: StudyColumns,
): LaidOut {
  const length = every === undefined ? 1 : days.length;
  const together = length === 1 && by.length > 0 ? [{ codes: [], labels: [] }] : [];
  return {
    places: lately(columns, ["places", by, every, from, to], () => ({
      codes: placesOf(groups, dayOf, length),
      categories: groups.categories * length,
    })),
    breaks: every === undefined ? [] : repeated(breaks, groups.categories, length),
    length,
    together,
  };
}

function placesOf(groups: Coded, dayOf: Coded["codes"], length: number): Coded["codes"] {
  if (length === 1) return groups.codes;
  const codes = new Int32Array(dayOf.length);
  for (let row = 0; row < codes.length; row++) {
    const group = groups.codes[row] ?? -1;
    const day = dayOf[row] ?? -1;
    codes[row] = group < 0 || day < 0 ? -1 : group * length + day;
  }
  return codes;
}

function repeated(breaks: readonly Break[], groups: number, length: number): Break[] {
  return Array.from({ length: groups }, (_, group) =>
    breaks.map(({ at, reason }) => ({ at: group * length + at, reason })),
  ).flat();
}

/** The stretch of the axis that a window of a group is. */
export function stretchOf(
  group: AnalysisGroup,
  place: number,
  { window, length, groups }: { window: Window; length: number; groups: number },
): Window {
  const isTogether = group.codes.length === 0 && groups > 1;
  if (isTogether) return { from: 0, to: groups - 2 };
  return length === 1
    ? { from: place, to: place }
    : { from: place * length + window.from, to: place * length + window.to };
}
