import { marginShares, meanSquareContingency } from "./marginShares.ts";
import type { OccupiedTable } from "./occupiedTable.ts";

/** How strongly the two variables of a table go together: 0 not at all, 1 as far as the table allows. */
export interface CramersV {
  readonly value: number;
  /** Less what chance alone would show; 0 where there is not more than that. */
  readonly biasCorrected: number;
  readonly n: number;
}

/**
 * Cramér's V from weighted shares, with Bergsma's correction. The correction counts respondents, and so takes off too
 * little where weights or clusters make a sample worth less than its size.
 *
 * @see Cramér (1946); Bergsma (2013), Journal of the Korean Statistical Society 42(3).
 */
export function cramersV(table: OccupiedTable): CramersV {
  const { rows, columns, n } = table;
  const contingency = meanSquareContingency(marginShares(table));
  const value = Math.min(1, Math.sqrt(contingency / (Math.min(rows, columns) - 1)));
  // A respondent for each row and column: whatever they say, the variables go together entirely.
  if (n <= Math.min(rows, columns)) return { value, biasCorrected: 0, n };
  const excess = Math.max(0, contingency - ((rows - 1) * (columns - 1)) / (n - 1));
  const correctedRows = rows - (rows - 1) ** 2 / (n - 1);
  const correctedColumns = columns - (columns - 1) ** 2 / (n - 1);
  const biasCorrected = Math.min(1, Math.sqrt(excess / (Math.min(correctedRows, correctedColumns) - 1)));
  return { value, biasCorrected, n };
}
