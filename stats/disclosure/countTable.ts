/** A table of counts whose row and column totals are published. */
export interface CountTable {
  readonly rows: number;
  readonly columns: number;
  /** Row by row: whole numbers from 0. */
  readonly counts: Float64Array;
}

/** What makes a cell too small. */
export interface SuppressionRule {
  /** A count below it is suppressed. */
  readonly threshold: number;
  /** Whether a count of 0 may be shown, as it may unless being none is itself sensitive. */
  readonly isZeroPublic: boolean;
}

/** Marks the cells that must be suppressed for their own sake: one entry a cell, 1 or 0. */
export function primaryCells(
  { counts }: Pick<CountTable, "counts">,
  { threshold, isZeroPublic }: SuppressionRule,
): Uint8Array {
  return Uint8Array.from(counts, (count) => Number(count < threshold && (count > 0 || !isZeroPublic)));
}
