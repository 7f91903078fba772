import { complementCost, showUnnecessary } from "./complements.ts";
import { primaryCells, type SuppressionRule } from "./countTable.ts";
import type { LinkedCounts } from "./linkedCounts.ts";
import { linkedProofs, type Proof } from "./linkedProofs.ts";
import { movedWith } from "./movedWith.ts";
import type { Suppression } from "./suppressCells.ts";

/**
 * Hides small counts of tables that are published together, and others with them, until nobody who puts all the tables
 * side by side can tell a small one: what `suppressCells` does for a table by itself. What is hidden in one table is hidden
 * in all.
 *
 * For each small count in turn those are hidden that it could move with at the least cost, then what proves unnecessary
 * is shown again. Nothing is hidden in vain, but another pattern may be cheaper.
 *
 * Its cost is that of a linear programme of all counts for each one hidden: for hundreds of counts, not for thousands.
 *
 * @param linked as `linkTables` gives it.
 * @see de Wolf & Giessing (2009), Privacy in Statistical Databases, on linked tables; Hundepool et al. (2012), Statistical
 *   Disclosure Control, chapter 4.
 */
export function suppressLinked(
  linked: LinkedCounts,
  { threshold = 10, isZeroPublic = true }: Partial<SuppressionRule> = {},
): Suppression {
  const { counts } = linked;
  const isPrimary = primaryCells(linked, { threshold, isZeroPublic });
  const small = Array.from(isPrimary.keys()).filter((cell) => isPrimary[cell] === 1);
  const isSuppressed = Uint8Array.from(isPrimary);
  const proofs = new Map<number, readonly number[]>();
  /** Proves for each small count that it stays uncertain, as far as that is not proved yet; the first that does not. */
  const firstUnsafe = (pattern: Uint8Array): (Proof & { isUncertain: false }) | null => {
    const cells = small.filter((cell) => proofs.get(cell)?.every((moved) => pattern[moved] === 1) !== true);
    for (const proof of linkedProofs(linked, pattern, { cells, threshold })) {
      if (!proof.isUncertain) return proof;
      proofs.set(proof.cell, proof.moved);
    }
    return null;
  };
  for (let unsafe = firstUnsafe(isSuppressed); unsafe !== null; unsafe = firstUnsafe(isSuppressed)) {
    const { cell, least } = unsafe;
    const by = Math.max(threshold, least + threshold - 1) - (counts[cell] ?? 0);
    const added = movedWith(linked, isSuppressed, { cell, by })?.filter((moved) => isSuppressed[moved] !== 1) ?? [];
    if (added.length === 0) return { kind: "unprotected", isPrimary, isSuppressed: isSuppressed.fill(1), cost: 0 };
    for (const moved of added) isSuppressed[moved] = 1;
  }
  showUnnecessary(counts, { isPrimary, isSuppressed }, (pattern) => firstUnsafe(pattern) === null);
  return { kind: "protected", isPrimary, isSuppressed, cost: complementCost(counts, { isPrimary, isSuppressed }) };
}
