/** What was marked in screening, and whom it excludes. */
export interface Exclusions {
  /** 1 for those whose weight becomes 0, else 0. Their rows stay in the file; then rake again. */
  readonly isExcluded: Uint8Array;
  /** For each reason how many of the excluded it marked; one may be marked by several. */
  readonly byReason: ReadonlyMap<string, number>;
}

/** Marks by reason, for each one entry a row: 1 marked, else 0. */
export type Marks = ReadonlyMap<string, Uint8Array>;

/**
 * Decides whom screening excludes: who was marked by a reason that suffices alone, as a failed attention check does, or
 * by two of the others. The rules are to be fixed before a wave, and headline numbers shown with and without.
 *
 * @param alone reasons of which one suffices.
 * @param together reasons of which two are needed.
 * @param rows how many rows there are.
 */
export function excluded(alone: Marks, together: Marks, rows: number): Exclusions {
  const isExcluded = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const suffices = marksOn(row, alone) > 0 || marksOn(row, together) >= 2;
    isExcluded[row] = Number(suffices);
  }
  const byReason = new Map<string, number>();
  for (const [reason, mark] of [...alone, ...together])
    byReason.set(
      reason,
      mark.reduce((count, value, row) => count + (value === 1 && isExcluded[row] === 1 ? 1 : 0), 0),
    );
  return { isExcluded, byReason };
}

function marksOn(row: number, marks: Marks): number {
  let count = 0;
  for (const mark of marks.values()) count += mark[row] ?? 0;
  return count;
}
