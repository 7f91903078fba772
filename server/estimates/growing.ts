/** A typed array that doubles when it is full. */
export interface Growing<Values extends Int8Array | Int16Array | Int32Array | Float64Array> {
  push(value: number): void;
  /** What was pushed so far; not a copy. */
  view(): Values;
}

type Typed = Int8Array | Int16Array | Int32Array | Float64Array;

/** Begins an empty one of a kind, or one with `rows` times the same value. */
export function growing<Values extends Typed>(
  make: new (length: number) => Values,
  { rows = 0, value = 0 }: { rows?: number; value?: number } = {},
): Growing<Values> {
  let values = new make(Math.max(1_024, rows * 2));
  let length = rows;
  values.fill(value, 0, rows);
  return {
    push(next) {
      if (length === values.length) {
        const larger = new make(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = next;
      length += 1;
    },
    // A view of the same kind as the array it is taken from.
    view: () => values.subarray(0, length) as Values,
  };
}
