type Typed = Int8Array | Int16Array | Int32Array | Float64Array;

/** A typed array with room for every row, in which a row holds the same value until it is set. */
export interface Growing<Values extends Typed> {
  set(row: number, value: number): void;
  /** The first `rows` rows; not a copy. */
  view(rows: number): Values;
}

/** Begins one of a kind, which doubles when a row lies beyond it. */
export function growing<Values extends Typed>(make: new (length: number) => Values, unset: number): Growing<Values> {
  let values = new make(1_024);
  values.fill(unset);
  const makeRoom = (rows: number): void => {
    if (rows <= values.length) return;
    const larger = new make(Math.max(rows, values.length * 2));
    larger.set(values);
    larger.fill(unset, values.length);
    values = larger;
  };
  return {
    set(row, value) {
      if (row >= values.length) makeRoom(row + 1);
      values[row] = value;
    },
    view(rows) {
      makeRoom(rows);
      // A view of the same kind as the array it is taken from.
      return values.subarray(0, rows) as Values;
    },
  };
}
