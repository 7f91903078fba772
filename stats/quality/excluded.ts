/** What was marked in screening, and whom it excludes. */
export interface Exclusions {
  /** 1 for those whose weight becomes 0, else 0. Their rows stay in the file; then rake again. */
  readonly isExcluded: Uint8Array;
  /** For each reason, and for `attention`, how many of the excluded it marked; one may be marked by several. */
  readonly byReason: ReadonlyMap<string, number>;
}

/**
 * Decides whom screening excludes: who failed the attention check, or was marked by two measures. The rules are to be
 * fixed before a wave, and headline numbers shown with and without.
 *
 * @param failedAttention one entry a row: 1 failed, else 0.
 * @param marks for each measure one entry a row: 1 marked, else 0.
 */
export function excluded(failedAttention: Uint8Array, marks: ReadonlyMap<string, Uint8Array>): Exclusions {
  const isExcluded = failedAttention.map((failed, row) => {
    let count = 0;
    for (const mark of marks.values()) count += mark[row] ?? 0;
    return Number(failed === 1 || count >= 2);
  });
  const byReason = new Map<string, number>();
  for (const [reason, mark] of [["attention", failedAttention] as const, ...marks])
    byReason.set(
      reason,
      mark.reduce((count, value, row) => count + (value === 1 && isExcluded[row] === 1 ? 1 : 0), 0),
    );
  return { isExcluded, byReason };
}
