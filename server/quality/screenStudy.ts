import type { StudyColumns } from "../estimates/studyColumns.ts";
import { markResponses, type Marked, type ToScreen } from "./markResponses.ts";
import { marksOfRow } from "./marks.ts";
import type { DayReport, Rules } from "./qualityApi.ts";
import type { MarksById } from "./qualityStore.ts";

/** A day that was screened now, and the marks of its responses. */
export interface ScreenedDay {
  readonly report: DayReport;
  readonly marks: MarksById;
}

/** Rules in force on a day: of those that had begun, the newest version; `null` before any had. */
export function rulesOn(day: string, rules: readonly Rules[]): Rules | null {
  const begun = rules.filter(({ from }) => from <= day);
  return begun.reduce<Rules | null>(
    (newest, each) => (newest === null || each.rulesVersion > newest.rulesVersion ? each : newest),
    null,
  );
}

/**
 * Screens every day of a study that is not closed and has rules, against all responses there are now.
 *
 * @param closed days whose marks stay as they are.
 * @param today the study's day now: those before it are over.
 */
export function screenStudy(
  screened: ToScreen,
  { rules, closed, today }: { rules: readonly Rules[]; closed: ReadonlySet<string>; today: string },
): ScreenedDay[] {
  const { columns } = screened;
  const marked = new Map<number, Marked>();
  const rowsOf = rowsByDay(columns);
  return columns.days.flatMap((day, place): ScreenedDay[] => {
    const inForce = closed.has(day) ? null : rulesOn(day, rules);
    if (inForce === null) return [];
    const { rulesVersion } = inForce;
    const found = marked.get(rulesVersion) ?? markResponses(inForce, screened);
    marked.set(rulesVersion, found);
    const rows = rowsOf[place] ?? [];
    const report: DayReport = {
      day,
      rulesVersion,
      isClosed: day < today,
      screened: rows.length,
      excluded: rows.reduce((count, row) => count + (found.isExcluded[row] ?? 0), 0),
    };
    const ids = rows.map((row) => columns.id[row] ?? "");
    return [{ report, marks: { ids, marks: Float64Array.from(rows, (row) => marksOfRow(found, row)) } }];
  });
}

function rowsByDay({ days, day }: StudyColumns): number[][] {
  const rows: number[][] = days.map(() => []);
  for (const [row, place] of day.entries()) rows[place]?.push(row);
  return rows;
}
