import { attackerInterval, isUncertain } from "./attackerInterval.ts";
import { cheapestPattern } from "./cheapestPattern.ts";
import { complementCost, showUnnecessary, type Pattern } from "./complements.ts";
import { primaryCells, type CountTable, type SuppressionRule } from "./countTable.ts";

/** Which cells of a table are not shown. */
export interface Suppression extends Pattern {
  /** `unprotected`: even hiding every cell would give a small one away, so that the table cannot be shown. */
  readonly kind: "protected" | "unprotected";
  /** The counts that are hidden only to protect others. */
  readonly cost: number;
}

/**
 * Hides the small cells of a table with published totals, and as few others as keep each small one uncertain: from the
 * totals and the shown cells it must remain possible that the count is not small, and within a range of at least the
 * threshold less one.
 *
 * Rectangles are closed around the small cells, the cheapest first, then what proves unnecessary is shown again; in small
 * tables the cheapest pattern of all is looked for. A suppressed cell's percentages, charts and exports are hidden too.
 *
 * @see Cox (1980), Journal of the American Statistical Association 75(370); Hundepool et al. (2012), Statistical
 *   Disclosure Control, chapter 4.
 */
export function suppressCells(
  table: CountTable,
  { threshold = 10, isZeroPublic = true }: Partial<SuppressionRule> = {},
): Suppression {
  const isPrimary = primaryCells(table, { threshold, isZeroPublic });
  const isSafe = (isSuppressed: Uint8Array): boolean => unsafeCell(table, isSuppressed, { isPrimary, threshold }) < 0;
  const isSuppressed = Uint8Array.from(isPrimary);
  for (;;) {
    const cell = unsafeCell(table, isSuppressed, { isPrimary, threshold });
    if (cell < 0) break;
    const rectangle = cheapestRectangle(table, isSuppressed, cell);
    if (rectangle === null) return { kind: "unprotected", isPrimary, isSuppressed: isSuppressed.fill(1), cost: 0 };
    for (const corner of rectangle) isSuppressed[corner] = 1;
  }
  showUnnecessary(table.counts, { isPrimary, isSuppressed }, isSafe);
  const found = cheapestPattern(table, { isPrimary, isSuppressed, isSafe });
  const cost = complementCost(table.counts, { isPrimary, isSuppressed: found });
  return { kind: "protected", isPrimary, isSuppressed: found, cost };
}

/** A small cell that an attacker could find out about; -1 where there is none. */
function unsafeCell(
  table: CountTable,
  isSuppressed: Uint8Array,
  { isPrimary, threshold }: { isPrimary: Uint8Array; threshold: number },
): number {
  return isPrimary.findIndex((mark, cell) => {
    if (mark !== 1) return false;
    const { least, most } = attackerInterval(table, isSuppressed, cell);
    return !isUncertain({ least, most }, threshold);
  });
}

/** The corners of the cheapest rectangle around a cell that hides anything more; `null` where there is none. */
function cheapestRectangle(table: CountTable, isSuppressed: Uint8Array, cell: number): number[] | null {
  const { rows, columns, counts } = table;
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  let best: number[] | null = null;
  let bestCost = Infinity;
  for (let otherRow = 0; otherRow < rows; otherRow++) {
    for (let otherColumn = 0; otherColumn < columns; otherColumn++) {
      if (otherRow === row || otherColumn === column) continue;
      const corners = [row * columns + otherColumn, otherRow * columns + column, otherRow * columns + otherColumn];
      // Everybody knows that a shown 0 could not have been anything else.
      const added = corners.filter((corner) => isSuppressed[corner] !== 1);
      if (added.length === 0 || added.some((corner) => counts[corner] === 0)) continue;
      const cost = added.reduce((sum, corner) => sum + (counts[corner] ?? 0), 0);
      if (cost < bestCost) {
        best = corners;
        bestCost = cost;
      }
    }
  }
  return best;
}
