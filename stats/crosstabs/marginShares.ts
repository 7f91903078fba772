import type { OccupiedTable } from "./occupiedTable.ts";

/** Weighted shares of a table's cells, rows and columns among all in it. */
export interface MarginShares {
  readonly cells: Float64Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/** The shares of a table's cells and of its two margins; each of the three sums to 1. */
export function marginShares({ rows, columns, weight, totalWeight }: OccupiedTable): MarginShares {
  const shares = {
    cells: weight.map((value) => value / totalWeight),
    rows: new Float64Array(rows),
    columns: new Float64Array(columns),
  };
  for (const [cell, share] of shares.cells.entries()) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    shares.rows[row] = (shares.rows[row] ?? 0) + share;
    shares.columns[column] = (shares.columns[column] ?? 0) + share;
  }
  return shares;
}

/**
 * Pearson's mean square contingency: the squared distances of the cells from what independence of the margins would
 * give, each over that; n times it is his chi-square. From 0 to the smaller number of rows or columns, less 1.
 */
export function meanSquareContingency({ cells, rows, columns }: MarginShares): number {
  let sum = 0;
  for (const [cell, share] of cells.entries()) {
    const independent = (rows[Math.floor(cell / columns.length)] ?? 0) * (columns[cell % columns.length] ?? 0);
    sum += (share - independent) ** 2 / independent;
  }
  return sum;
}
