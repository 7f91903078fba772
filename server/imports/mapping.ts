import { z } from "zod";
import { languages } from "../../surveys/language.ts";
import { readJson } from "../fielding/json/readJson.ts";
import { faultsOf } from "../http/faults.ts";
import { Problem } from "../problem.ts";

const columnName = z.string().min(1).max(200);
/** Where a column has had several names, the first that the file has is read. */
const column = z.union([columnName, z.array(columnName).min(1).max(20)]);
const cells = z.array(z.string().max(200)).max(1_000);
const code = z.union([z.string(), z.number(), z.boolean()]);

/**
 * The JSON file that says which column of a CSV file answers which question. `docs/import.md` explains every member.
 *
 * Unknown members are refused: a misspelt one would otherwise be a column silently left out.
 */
const mapping = z.strictObject({
  /** Words for whoever reads the file. */
  note: z.string().optional(),
  /** In which language people answered. */
  language: z.enum(languages).default("zh-CN"),
  /** The day of each row: a column of dates, a column of waves with the day each wave stands for, or one day for all. */
  day: z.strictObject({
    column: column.optional(),
    days: z.record(z.string(), z.iso.date()).optional(),
    always: z.iso.date().optional(),
  }),
  /** What makes a row the same row in a second import: a column of unique ids, or its number within a named file. */
  key: z.strictObject({ column: column.optional(), rowsOf: z.string().min(1).max(200).optional() }),
  weight: z.strictObject({ column }).optional(),
  gridUnit: z.strictObject({ column }).optional(),
  /** Cells that mean no answer, in every column; an answer may have a list of its own. */
  missing: cells.default([""]),
  /** By name of the variable, as in the codebook and in our own exports: `sex`, `gad7.nervous`, `needs.masks`. */
  answers: z.record(
    z.string(),
    z.strictObject({
      column,
      /** From cell to code; without it a cell is the code itself. */
      codes: z.record(z.string(), code).optional(),
      /** For an option of a multiple choice: cells that mean ticked and not ticked; 1 and 0 when left out. */
      ticked: cells.optional(),
      notTicked: cells.optional(),
      missing: cells.optional(),
    }),
  ),
  /** Columns left out knowingly; any other that is not named is reported. */
  ignored: z.array(columnName).max(10_000).default([]),
});

/** A mapping file after its check. */
export type Mapping = z.infer<typeof mapping>;

const limits = { depth: 8, members: 200_000 };

/**
 * Reads a mapping file.
 *
 * @throws {Problem} `invalid-mapping` naming each member at fault.
 */
export function readMapping(bytes: Uint8Array): Mapping {
  const outcome = mapping.safeParse(parsed(bytes));
  if (!outcome.success) throw new Problem("invalid-mapping", faultsOf(outcome.error));
  const { day, key } = outcome.data;
  if ((day.column === undefined) === (day.always === undefined)) throw eitherOr("day", "column", "always");
  if (day.days !== undefined && day.column === undefined) throw eitherOr("day.days", "column", "always");
  if ((key.column === undefined) === (key.rowsOf === undefined)) throw eitherOr("key", "column", "rowsOf");
  return outcome.data;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return readJson(bytes, limits);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("invalid-mapping", error.faults);
  }
}

function eitherOr(field: string, one: string, other: string): Problem {
  return new Problem("invalid-mapping", [
    {
      field,
      code: "either-or",
      message: { "zh-CN": `请在 ${one} 与 ${other} 中选用一个`, en: `Give either ${one} or ${other}` },
    },
  ]);
}
