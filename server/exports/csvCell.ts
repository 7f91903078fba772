import { string as stringFormatter } from "@json2csv/formatters";
import { guarded } from "../../charts/formulaGuard.ts";

/** What stands in a cell: a number stays a number, `null` is an empty cell. */
export type Cell = string | number | null;

const quoted = stringFormatter();

/** A cell as it is written: texts guarded against formulas and in quotation marks, numbers bare, nothing for `null`. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : quoted(guarded(cell));
}
