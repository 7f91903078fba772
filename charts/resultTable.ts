import type { Estimate } from "../stats/estimate.ts";

/** What stands in a cell: words, a count, an estimate with all that belongs to it, or nothing. */
export type ResultCell = string | number | null | Estimate;

/** A table of results, before it is shown, copied or saved: a column holds estimates in every row or in none. */
export interface ResultTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultCell[])[];
}
