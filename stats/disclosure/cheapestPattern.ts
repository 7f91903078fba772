import type { CountTable } from "./countTable.ts";

/** So many patterns are looked at; a table with more keeps the one it has. */
const mostPatterns = 20_000;

/**
 * The cheapest safe pattern of a small table: goes through the sets of complements that cost less than the one known.
 *
 * @param found.isSuppressed a safe pattern.
 */
export function cheapestPattern(
  { counts }: CountTable,
  found: {
    isPrimary: Uint8Array;
    isSuppressed: Uint8Array;
    isSafe: (isSuppressed: Uint8Array) => boolean;
  },
): Uint8Array {
  const costOf = (pattern: Uint8Array): number =>
    pattern.reduce((sum, mark, cell) => sum + (mark === 1 && found.isPrimary[cell] !== 1 ? (counts[cell] ?? 0) : 0), 0);
  const candidates = Array.from(counts.keys())
    .filter((cell) => found.isPrimary[cell] !== 1 && (counts[cell] ?? 0) > 0)
    .sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0));
  let best = found.isSuppressed;
  let bestCost = costOf(best);
  let looked = 0;
  const pattern = Uint8Array.from(found.isPrimary);
  /** Tries the sets that add to the pattern a candidate from a place on; they come cheapest first. */
  const extend = (from: number, cost: number): void => {
    for (let place = from; place < candidates.length && looked < mostPatterns; place++) {
      const cell = candidates[place] ?? 0;
      const next = cost + (counts[cell] ?? 0);
      if (next >= bestCost) return;
      pattern[cell] = 1;
      looked += 1;
      if (found.isSafe(pattern)) {
        best = Uint8Array.from(pattern);
        bestCost = next;
      } else extend(place + 1, next);
      pattern[cell] = 0;
    }
  };
  extend(0, 0);
  return best;
}
