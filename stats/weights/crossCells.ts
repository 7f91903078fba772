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
  const keys = keysOf(variables, { rows, possible });
  const firstRows = possible <= mostInArray ? numberInArray(keys, possible) : numberInMap(keys);
  const codes = variables.map((variable) => Int32Array.from(firstRows.rows, (row) => variable.codes[row] ?? 0));
  return { cells: firstRows.rows.length, cellOf: firstRows.cellOf, codes };
}

/** One variable after the other, so that each loop reads a single array. */
function keysOf(
  variables: readonly Coded[],
  { rows, possible }: { rows: number; possible: number },
): Int32Array | Float64Array {
  const keys = possible <= mostInArray ? new Int32Array(rows) : new Float64Array(rows);
  for (const { codes, categories } of variables)
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] ?? 0) * categories + (codes[row] ?? 0);
  return keys;
}

interface Numbered {
  readonly cellOf: Int32Array;
  /** For each cell the first row in it. */
  readonly rows: readonly number[];
}

function numberInArray(keys: Int32Array | Float64Array, possible: number): Numbered {
  const places = new Int32Array(possible).fill(-1);
  const rows: number[] = [];
  const cellOf = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    let cell = places[key] ?? -1;
    if (cell < 0) places[key] = cell = rows.push(row) - 1;
    cellOf[row] = cell;
  }
  return { cellOf, rows };
}

function numberInMap(keys: Int32Array | Float64Array): Numbered {
  const places = new Map<number, number>();
  const rows: number[] = [];
  const cellOf = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    let cell = places.get(key);
    if (cell === undefined) places.set(key, (cell = rows.push(row) - 1));
    cellOf[row] = cell;
  }
  return { cellOf, rows };
}
