import type { CountTable } from "./countTable.ts";
import type { LinkedCounts, LinkedSum } from "./linkedCounts.ts";

/** A table of one variable by another. Rows and columns are their categories, in the order that all tables have them in. */
export interface NamedTable extends CountTable {
  readonly rowVariable: string;
  readonly columnVariable: string;
}

/** Tables that are published together, and where each one's counts stand among all. */
export interface LinkedTables extends LinkedCounts {
  readonly places: readonly TablePlaces[];
}

/** Places of a table's cells, row by row, of the totals of its rows and columns, and of the total of all. */
export interface TablePlaces {
  readonly cells: Int32Array;
  readonly rowTotals: Int32Array;
  readonly columnTotals: Int32Array;
  readonly total: number;
}

/**
 * Finds the counts that tables have in common: region by age and region by sex share the totals of the regions, and all
 * tables the total. Totals are counts like any other and may be too small themselves.
 *
 * @throws {RangeError} where tables do not agree on a count: all must be of the same people, so that no answer is a
 *   category of its own.
 */
export function linkTables(tables: readonly NamedTable[]): LinkedTables {
  const counts: number[] = [];
  const placeOfKey = new Map<string, number>();
  const sums = new Map<string, LinkedSum>();
  const place = (key: string, count: number): number => {
    const before = placeOfKey.get(key);
    if (before === undefined) {
      placeOfKey.set(key, counts.push(count) - 1);
      return counts.length - 1;
    }
    if (counts[before] !== count)
      throw new RangeError(`Cannot link tables: one has ${counts[before] ?? 0} and another ${count} of ${key}`);
    return before;
  };
  const places = tables.map((table) => placesIn(table, place));
  for (const [at, { rowVariable, columnVariable, rows, columns }] of tables.entries()) {
    const { cells, rowTotals, columnTotals, total } = places[at] ?? {
      cells: [],
      rowTotals: [],
      columnTotals: [],
      total: 0,
    };
    const line = (length: number, cellAt: (other: number) => number): number[] =>
      Array.from({ length }, (_, other) => cells[cellAt(other)] ?? 0);
    for (let row = 0; row < rows; row++)
      sums.set(`${rowVariable} ${row} by ${columnVariable}`, {
        total: rowTotals[row] ?? 0,
        parts: line(columns, (column) => row * columns + column),
      });
    for (let column = 0; column < columns; column++)
      sums.set(`${columnVariable} ${column} by ${rowVariable}`, {
        total: columnTotals[column] ?? 0,
        parts: line(rows, (row) => row * columns + column),
      });
    sums.set(rowVariable, { total, parts: Array.from(rowTotals) });
    sums.set(columnVariable, { total, parts: Array.from(columnTotals) });
  }
  return { counts: Float64Array.from(counts), sums: [...sums.values()], places };
}

/** Numbers a table's counts, or finds those that are numbered already. */
function placesIn(
  { rowVariable, columnVariable, rows, columns, counts }: NamedTable,
  place: (key: string, count: number) => number,
): TablePlaces {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let all = 0;
  for (const [cell, count] of counts.entries()) {
    const row = Math.floor(cell / columns);
    rowSums[row] = (rowSums[row] ?? 0) + count;
    columnSums[cell % columns] = (columnSums[cell % columns] ?? 0) + count;
    all += count;
  }
  const cells = Int32Array.from(counts, (count, cell) => {
    const names = [`${rowVariable} ${Math.floor(cell / columns)}`, `${columnVariable} ${cell % columns}`];
    // The same cell, whichever of the two variables the rows are.
    return place(names.sort().join(" and "), count);
  });
  return {
    cells,
    rowTotals: Int32Array.from(rowSums, (sum, row) => place(`${rowVariable} ${row}`, sum)),
    columnTotals: Int32Array.from(columnSums, (sum, column) => place(`${columnVariable} ${column}`, sum)),
    total: place("all", all),
  };
}
