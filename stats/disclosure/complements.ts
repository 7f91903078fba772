/** Which counts are hidden: for their own sake, and together with those that protect them. One entry a count, 1 or 0. */
export interface Pattern {
  readonly isPrimary: Uint8Array;
  readonly isSuppressed: Uint8Array;
}

/** The sum of the counts that are hidden only to protect others. */
export function complementCost(counts: Float64Array, { isPrimary, isSuppressed }: Pattern): number {
  return counts.reduce((sum, count, cell) => sum + (isSuppressed[cell] === 1 && isPrimary[cell] !== 1 ? count : 0), 0);
}

/** Shows complements again, the largest first, where the small cells remain safe without them. */
export function showUnnecessary(
  counts: Float64Array,
  { isPrimary, isSuppressed }: Pattern,
  isSafe: (pattern: Uint8Array) => boolean,
): void {
  const complements = Array.from(isSuppressed.keys())
    .filter((cell) => isSuppressed[cell] === 1 && isPrimary[cell] !== 1)
    .sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
  for (const cell of complements) {
    isSuppressed[cell] = 0;
    if (!isSafe(isSuppressed)) isSuppressed[cell] = 1;
  }
}
