/**
 * Marks for each token the answer that was begun first, as the CTIS did; of two begun at once the first in the file.
 *
 * @param tokens one entry a row; `null` for none, which is never a duplicate.
 * @param starts when each was begun, in any unit.
 * @returns 1 to keep, 0 for a later one of the same token.
 */
export function keepFirst(tokens: readonly (string | null)[], starts: Float64Array): Uint8Array {
  const first = new Map<string, number>();
  for (const [row, token] of tokens.entries()) {
    if (token === null) continue;
    const before = first.get(token);
    if (before === undefined || (starts[row] ?? 0) < (starts[before] ?? 0)) first.set(token, row);
  }
  return Uint8Array.from(tokens, (token, row) => Number(token === null || first.get(token) === row));
}
