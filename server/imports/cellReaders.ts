import type { ChoiceCode } from "../../surveys/definition.ts";
import { isCalendarDate } from "../fielding/answers/textChecks.ts";
import type { RowFaultKind } from "./importFaults.ts";

/** What a cell says: an answer, none, or a fault. */
export type CellRead = { readonly value: unknown } | "missing" | RowFaultKind;

/** Reads one cell. */
export type CellReader = (cell: string) => CellRead;

/** Cells that stand for codes. */
export function codeReader(codes: ReadonlyMap<string, ChoiceCode>, missing: ReadonlySet<string>): CellReader {
  // Few different cells, very many of them: each is worked out once.
  const known = new Map<string, CellRead>([...codes].map(([cell, value]) => [cell, { value }]));
  for (const cell of missing) known.set(cell, "missing");
  return (cell) => known.get(cell) ?? "unknown-value";
}

const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Cells that are numbers with a decimal point. */
export function numberReader(missing: ReadonlySet<string>): CellReader {
  return (cell) => {
    if (missing.has(cell)) return "missing";
    const value = decimal.test(cell) ? Number(cell) : Number.NaN;
    return Number.isFinite(value) ? { value } : "not-a-number";
  };
}

/** Cells that are days such as 2020-01-30. */
export function dateReader(missing: ReadonlySet<string>): CellReader {
  return (cell) => {
    if (missing.has(cell)) return "missing";
    return isCalendarDate(cell) ? { value: cell } : "not-a-date";
  };
}

/** Cells that are words, taken letter by letter. */
export function textReader(missing: ReadonlySet<string>): CellReader {
  return (cell) => (missing.has(cell) ? "missing" : { value: cell });
}
