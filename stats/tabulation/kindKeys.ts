import type { Coded } from "../design.ts";

/** One variable after the other, so that each loop reads a single array; the result may take the place of the keys. */
export function withCodes(
  rows: Int32Array,
  keys: Int32Array,
  { codes, categories }: Coded,
  into: Int32Array,
): Int32Array {
  const many = categories + 1;
  for (let place = 0; place < keys.length; place++) {
    into[place] = keyWith(keys[place] ?? 0, many, codes[rows[place] ?? 0] ?? -1);
  }
  return into;
}

/** Free again once kinds are found: making it anew for each would keep the collector of memory busy. */
let scratch = new Int32Array(0);

/** Room for a number a row, whose content is of no meaning; the next call gives the same. */
export function scratchOf(rows: number): Int32Array {
  if (scratch.length < rows) scratch = new Int32Array(rows);
  return scratch.subarray(0, rows);
}

/**
 * A key with a code more, no answer being one. Without a branch, which no processor foresees: a sign drawn through all bits
 * makes -1 of every negative code.
 */
export function keyWith(key: number, many: number, code: number): number {
  return Math.imul(key, many) + (code | (code >> 31)) + 1;
}
