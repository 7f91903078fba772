import type { RowFault } from "./importFaults.ts";

/** What became of the rows of a file. Where nothing was kept because a check came first, only `refused` are counted. */
export interface ImportReport {
  readonly read: number;
  readonly kept: number;
  /** Rows that an earlier import, or an earlier row of this one, had brought with the same content. */
  readonly keptBefore: number;
  readonly refused: number;
  /** Refused rows by the word for what was wrong: a row counts once, for what was found first. */
  readonly refusedBy: ReadonlyMap<string, number>;
  readonly unknownColumns: readonly string[];
  /** For each column, cells that neither mapping nor questionnaire knows, and in how many rows. */
  readonly unknownValues: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The first few faults, for someone to look up. */
  readonly examples: readonly RowFault[];
}

/** What became of a row; `fits` when it was only checked. */
export type RowOutcome = "kept" | "kept-before" | "fits" | RowFault;

const mostExamples = 20;
const mostValues = 50;

/** Begins to count what becomes of rows; keeps a bounded amount however many are wrong. */
export function createImportTally(unknownColumns: readonly string[]) {
  const counts = { read: 0, kept: 0, keptBefore: 0, refused: 0 };
  const refusedBy = new Map<string, number>();
  const unknownValues = new Map<string, Map<string, number>>();
  const examples: RowFault[] = [];

  const countFault = (fault: RowFault): void => {
    counts.refused += 1;
    refusedBy.set(fault.kind, (refusedBy.get(fault.kind) ?? 0) + 1);
    if (examples.length < mostExamples) examples.push(fault);
    if (fault.kind === "unknown-value") countValue(unknownValues, fault);
  };

  return {
    count(outcome: RowOutcome): void {
      counts.read += 1;
      if (outcome === "kept") counts.kept += 1;
      else if (outcome === "kept-before") counts.keptBefore += 1;
      else if (outcome !== "fits") countFault(outcome);
    },
    report: (): ImportReport => ({ ...counts, refusedBy, unknownColumns, unknownValues, examples }),
  };
}

/** A column of free text by mistake has as many values as rows: further ones are counted together. */
function countValue(columns: Map<string, Map<string, number>>, { column, value }: RowFault): void {
  const values = columns.get(column) ?? new Map<string, number>();
  columns.set(column, values);
  const counted = values.has(value) || values.size < mostValues ? value : "…";
  values.set(counted, (values.get(counted) ?? 0) + 1);
}
