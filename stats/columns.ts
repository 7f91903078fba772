/**
 * One variable of a study, one entry a response.
 *
 * - `category`: the place of the code among `codes`; -1 for no answer.
 * - `tick`: 1 ticked, 0 asked and not ticked, -1 no answer.
 * - `number`: the number, or not a number for no answer.
 * - `text`: the words (or a date as `2026-02-28`), or `null` for no answer.
 */
export type Column =
  | { readonly kind: "category"; readonly values: Int16Array; readonly codes: readonly (string | number | boolean)[] }
  | { readonly kind: "tick"; readonly values: Int8Array }
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "text"; readonly values: readonly (string | null)[] };

/** A study's responses as columns: what every estimate, table and file is made from. */
export interface Columns {
  readonly rows: number;
  /** Grows with every change of content, so that what was made from the columns can be kept until then. */
  readonly revision: number;
  /** Calendar days as they first came, in no order, and for each row the place of its day among them. */
  readonly days: readonly string[];
  readonly day: Int32Array;
  /** Given weights; not a number for a row without one. */
  readonly weight: Float64Array;
  readonly column: (variable: string) => Column | undefined;
}
