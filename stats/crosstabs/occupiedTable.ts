import type { NotEstimable } from "../estimate.ts";
import type { Covariance } from "../variance/strataSum.ts";
import type { CrossTable } from "./crossTable.ts";

/** A table of at least two rows and two columns, each of which somebody is in. */
export interface OccupiedTable extends CrossTable {
  readonly kind: "occupied-table";
  /** Categories nobody is in, by their codes: they are left out of the tests, and a reader should be told. */
  readonly emptyRows: readonly number[];
  readonly emptyColumns: readonly number[];
}

/**
 * Leaves out the rows and columns nobody is in; `table-degenerate` where fewer than two of either remain.
 */
export function occupiedTable(table: CrossTable): OccupiedTable | NotEstimable {
  const { n, columns, count, weight } = table;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  const places = [...count.keys()].filter((cell) => (count[cell] ?? 0) > 0);
  const keptRows = inOrder(places.map((cell) => Math.floor(cell / columns)));
  const keptColumns = inOrder(places.map((cell) => cell % columns));
  if (keptRows.length < 2 || keptColumns.length < 2) return { kind: "not-estimable", reason: "table-degenerate", n };
  const cells = keptRows.flatMap((row) => keptColumns.map((column) => row * columns + column));
  return {
    ...table,
    kind: "occupied-table",
    rows: keptRows.length,
    columns: keptColumns.length,
    count: Float64Array.from(cells, (cell) => count[cell] ?? 0),
    weight: Float64Array.from(cells, (cell) => weight[cell] ?? 0),
    covariance: among(cells, table.covariance),
    emptyRows: missingFrom(keptRows, table.rows),
    emptyColumns: missingFrom(keptColumns, columns),
  };
}

function inOrder(categories: readonly number[]): number[] {
  return [...new Set(categories)].sort((one, other) => one - other);
}

function missingFrom(kept: readonly number[], categories: number): number[] {
  return Array.from({ length: categories }, (_, category) => category).filter((category) => !kept.includes(category));
}

function among(cells: readonly number[], covariance: Covariance): Covariance {
  if (covariance.kind === "lonely") return covariance;
  const { matrix, size } = covariance;
  const kept = cells.flatMap((row) => cells.map((column) => matrix[row * size + column] ?? 0));
  return { kind: "covariance", size: cells.length, matrix: Float64Array.from(kept) };
}
