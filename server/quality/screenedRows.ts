import type { StudyColumns } from "../estimates/studyColumns.ts";
import { excludes, notScreened } from "./marks.ts";
import type { QualityStore } from "./qualityStore.ts";

/** A study's marks, joined to its rows. */
export interface ScreenedRows {
  /** The version of the marks. */
  readonly version: number;
  /** One entry a row: bits as `marks.ts` has them, or `notScreened`. */
  readonly marks: Float64Array;
  /** 1 for responses whose weight is 0 for it, else 0. */
  readonly isExcluded: Uint8Array;
}

/** Finds whom screening excludes; `null` for a study that was not screened. */
export type ScreenedRowsOf = (columns: StudyColumns) => Promise<ScreenedRows | null>;

interface Joined {
  readonly ids: readonly string[];
  readonly found: ScreenedRows;
}

/** Makes the procedure that joins kept marks to columns, which it does once for a version. */
export function createScreenedRows(store: QualityStore): ScreenedRowsOf {
  const joined = new Map<string, Joined>();
  return async (columns) => {
    const { study, id, rows } = columns;
    const version = await store.versionNumber(study);
    if (version === 0) return null;
    const known = joined.get(study);
    if (known?.ids === id && known.found.version === version && known.found.marks.length <= rows) {
      const found = withRows(known.found, rows);
      joined.set(study, { ids: id, found });
      return found;
    }
    const current = await store.version(study);
    const days = current?.days.map((day) => day.id) ?? [];
    const marks = await joinMarks(columns, store.marks(study, days));
    const found = { version: current?.version ?? version, marks, isExcluded: excludedBy(marks) };
    joined.set(study, { ids: id, found });
    return found;
  };
}

/** Rows are only ever added behind, and those were not screened. */
function withRows(found: ScreenedRows, rows: number): ScreenedRows {
  if (found.marks.length === rows) return found;
  const marks = new Float64Array(rows).fill(notScreened);
  marks.set(found.marks);
  return { ...found, marks, isExcluded: excludedBy(marks) };
}

/** Joins marks to rows by the response's id. */
async function joinMarks({ id, rows }: StudyColumns, chunks: ReturnType<QualityStore["marks"]>): Promise<Float64Array> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rows; row++) rowOf.set(id[row] ?? "", row);
  const marks = new Float64Array(rows).fill(notScreened);
  for await (const { ids, marks: some } of chunks)
    for (const [index, response] of ids.entries()) {
      const row = rowOf.get(response);
      if (row !== undefined) marks[row] = some[index] ?? notScreened;
    }
  return marks;
}

function excludedBy(marks: Float64Array): Uint8Array {
  const isExcluded = new Uint8Array(marks.length);
  for (let row = 0; row < marks.length; row++) if (excludes(marks[row] ?? notScreened)) isExcluded[row] = 1;
  return isExcluded;
}
