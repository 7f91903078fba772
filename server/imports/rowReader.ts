import { createHash } from "node:crypto";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { KnownSubmission } from "../fielding/bulkAdmission.ts";
import { placeOf, readerOf } from "./answersReader.ts";
import { codeReader, dateReader, numberReader, type CellReader } from "./cellReaders.ts";
import { mappedVariables, type MappedVariable } from "./checkMapping.ts";
import type { Header } from "./header.ts";
import { rowFault, type RowFault, type RowFaultKind } from "./importFaults.ts";
import type { Mapping } from "./mapping.ts";

/** A mapping compiled for one file. */
export interface RowReader {
  /** Reads a row: a submission with its day, weight and grid unit, or what is wrong with it. */
  readonly read: (cells: readonly string[], row: number) => KnownSubmission | RowFault;
  /** The column from which an answer came, and its place in a row; `field` as admission names it. */
  readonly sourceOf: (field: string) => { place: number; column: string };
}

/** What a row's cells come to beside its answers. */
interface RowParts {
  day: string;
  key: string;
  weight: number | null;
  gridUnit: string | null;
}

/** Reads one column into what is gathered of a row; gives the word for what is wrong. */
interface ColumnReader {
  readonly place: number;
  readonly column: string;
  readonly take: (cell: string, parts: RowParts, answers: Record<string, unknown>) => RowFaultKind | null;
}

/**
 * Compiles a mapping for one file, once, so that a row costs a look-up for each cell.
 *
 * @throws {Problem} `invalid-mapping` naming each part of the mapping that the questionnaire does not allow.
 */
export function compileRowReader(
  mapping: Mapping,
  header: Header,
  { codebook, questionnaireVersion }: { codebook: Codebook; questionnaireVersion: number },
): RowReader {
  const { day, key, language } = mapping;
  const variables = mappedVariables(mapping, codebook);
  const columns = [...aboutTheRow(mapping, header), ...answerColumns(variables, mapping, header)];
  // In order, because an index that grows at its end stays quick in a study of millions.
  const file = hashed(["rows", key.rowsOf ?? ""]);
  const read: RowReader["read"] = (cells, row) => {
    if (cells.length !== header.width) return rowFault(row, "wrong-cell-count");
    const parts: RowParts = { day: day.always ?? "", key: "", weight: null, gridUnit: null };
    const answers: Record<string, unknown> = {};
    for (const { place, column, take } of columns) {
      const cell = cells[place] ?? "";
      const fault = take(cell, parts, answers);
      if (fault !== null) return rowFault(row, fault, { column, value: cell });
    }
    const submissionKey =
      key.rowsOf === undefined ? hashed(["key", parts.key]) : `${file}-${String(row).padStart(10, "0")}`;
    const submission = { submissionKey, questionnaireVersion, language, answers };
    return { submission, day: parts.day, weight: parts.weight, gridUnit: parts.gridUnit };
  };
  return {
    read,
    sourceOf(field) {
      const name = field.replace(/^answers\./, "");
      const variable = variables.find((mapped) => `${mapped.variable.name}.`.startsWith(`${name}.`));
      return variable === undefined ? { place: -1, column: name } : header.placeOf(variable.answer.column);
    },
  };
}

/** Of the form a submission key must have, and the same for the same names. */
function hashed(names: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(names)).digest("base64url").slice(0, 32);
}

function aboutTheRow({ day, key, weight, gridUnit, missing }: Mapping, header: Header): ColumnReader[] {
  const none = new Set(missing);
  const reader = (
    part: { column?: string | string[] | undefined } | undefined,
    take: ColumnReader["take"],
  ): ColumnReader[] => (part?.column === undefined ? [] : [{ ...header.placeOf(part.column), take }]);
  const readDay: CellReader =
    day.days === undefined ? dateReader(none) : codeReader(new Map(Object.entries(day.days)), none);
  const readWeight = numberReader(none);
  return [
    ...reader(day, (cell, parts) => {
      const read = readDay(cell);
      if (typeof read === "string") return read === "missing" ? "no-day" : read;
      parts.day = String(read.value);
      return null;
    }),
    ...reader(key, (cell, parts) => {
      parts.key = cell;
      return none.has(cell) || cell === "" ? "no-key" : null;
    }),
    ...reader(weight, (cell, parts) => {
      const read = readWeight(cell);
      if (read === "missing") return null;
      if (typeof read === "string" || Number(read.value) < 0) return "bad-weight";
      parts.weight = Number(read.value);
      return null;
    }),
    ...reader(gridUnit, (cell, parts) => {
      if (none.has(cell)) return null;
      parts.gridUnit = cell;
      return cell.length > 64 || /\p{C}/u.test(cell) ? "bad-grid-unit" : null;
    }),
  ];
}

function answerColumns(variables: readonly MappedVariable[], mapping: Mapping, header: Header): ColumnReader[] {
  return variables.map(({ variable, answer }) => {
    const read = readerOf(variable, answer, new Set(answer.missing ?? mapping.missing));
    const put = placeOf(variable);
    return {
      ...header.placeOf(answer.column),
      take(cell, _parts, answers) {
        const found = read(cell);
        if (typeof found === "string") return found === "missing" ? null : found;
        put(answers, found.value);
        return null;
      },
    };
  });
}
