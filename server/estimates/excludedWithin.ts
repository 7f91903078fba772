import type { ScreeningUsed } from "../analysis/analysisApi.ts";
import type { ScreenedRows } from "../quality/screenedRows.ts";
import type { Condition } from "./conditions.ts";
import { filtered } from "./filtered.ts";
import { lately } from "./lately.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** Responses that are looked at: both days belong to the period. */
interface Within {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly filter?: Condition | undefined;
}

/**
 * How many responses of a period and filter screening leaves out, and by which version of its marks; `null` where it
 * leaves out nobody.
 *
 * @param within what could be met: its filter is of what the study has.
 */
export function excludedWithin(
  { from = "", to = "9999-12-31", filter }: Within,
  columns: StudyColumns,
  screening: ScreenedRows | null,
): ScreeningUsed | null {
  if (screening === null) return null;
  const { version, isExcluded } = screening;
  const excluded = lately(columns, ["excluded", version, from, to, filter], () => {
    const isIn = columns.days.map((day) => day >= from && day <= to);
    const domain = filter === undefined ? null : filtered(filter, columns);
    const rows = lately(screening, ["rows"], () => rowsMarked(isExcluded));
    let count = 0;
    for (const row of rows)
      if (isIn[columns.day[row] ?? 0] === true && (domain === null || domain[row] === 1)) count += 1;
    return count;
  });
  return { version, excluded };
}

/** The places of rows that are marked: few of all. */
function rowsMarked(isMarked: Uint8Array): Int32Array {
  const rows = new Int32Array(isMarked.length);
  let found = 0;
  for (let row = 0; row < isMarked.length; row++) {
    rows[found] = row;
    found += isMarked[row] ?? 0;
  }
  return rows.slice(0, found);
}
