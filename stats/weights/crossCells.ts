import type { Coded } from "../design.ts";

/** The cells that rows fall into when variables are crossed; only those that occur. */
export interface CrossCells {
  readonly cells: number;
  /** For each row its cell. */
  readonly cellOf: Int32Array;
  /** For each variable the code of each cell. */
  readonly codes: readonly Int32Array[];
}

/** Up to so many possible cells are looked up in an array, more in a map. */
const mostInArray = 4_000_000;

/**
 * Crosses variables, every one of which has a code in every row.
 *
 * @param rows how many rows the variables have.
 */
export function crossCells(variables: readonly Coded[], rows: number): CrossCells {
  const possible = variables.reduce((product, { categories }) => product * categories, 1);
  const places = possible <= mostInArray ? new Int32Array(possible).fill(-1) : null;
  const map = new Map<number, number>();
  const firstRows: number[] = [];
  const cellOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let key = 0;
    for (const { codes, categories } of variables) key = key * categories + (codes[row] ?? 0);
    let cell = places === null ? (map.get(key) ?? -1) : (places[key] ?? -1);
    if (cell < 0) {
      cell = firstRows.push(row) - 1;
      if (places === null) map.set(key, cell);
      else places[key] = cell;
    }
    cellOf[row] = cell;
  }
  const codes = variables.map((variable) => Int32Array.from(firstRows, (row) => variable.codes[row] ?? 0));
  return { cells: firstRows.length, cellOf, codes };
}
