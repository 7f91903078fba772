import type { Estimate } from "../stats/estimate.ts";
import type { Language, Translated } from "../surveys/language.ts";
import { formatUncertainty } from "./format.ts";
import { guarded } from "./formulaGuard.ts";
import { judge } from "./judgement.ts";
import { textOf, unitOf } from "./mark.ts";
import type { ResultCell, ResultTable } from "./resultTable.ts";
import { cautionIs, whyNotShown } from "./words.ts";

const words = {
  lower: { "zh-CN": "区间下限", en: "interval lower" },
  upper: { "zh-CN": "区间上限", en: "interval upper" },
  interval: { "zh-CN": "95% 区间", en: "95% interval" },
  note: { "zh-CN": "备注", en: "note" },
} as const satisfies Record<string, Translated>;

/** The mark at the beginning of a file by which spreadsheets know UTF-8. */
const byteOrderMark = "\ufeff";

/**
 * A table as a file for a spreadsheet or a program (CSV, UTF-8 with byte order mark, lines ended by CR LF).
 *
 * An estimate becomes its value (a share from 0 to 1), both ends of its interval, its n and a note; what may not be
 * shown has no value, and the note says why. Texts are guarded against formulas.
 *
 * @param beside columns that are the same in every row: which weights, which state of the data.
 */
export function tableAsCsv(
  table: ResultTable,
  { language, beside = [] }: { language: Language; beside?: readonly { column: string; value: string }[] },
): string {
  const headers = expanded(table, (column) => [
    column,
    `${column} ${words.lower[language]}`,
    `${column} ${words.upper[language]}`,
    `${column} n`,
    `${column} ${words.note[language]}`,
  ]);
  const lines = table.rows.map((row) => [
    ...row.flatMap((cell) => (isEstimate(cell) ? rawCells(cell, language) : [cell])),
    ...beside.map(({ value }) => value),
  ]);
  const all = [[...headers, ...beside.map(({ column }) => column)], ...lines];
  return byteOrderMark + all.map((line) => line.map(csvCell).join(",") + "\r\n").join("");
}

/**
 * A table as it is shown, for pasting into a document or spreadsheet: a line a row, cells parted by tabs.
 *
 * An estimate becomes its number in words, its interval and its n.
 */
export function tableAsTsv(table: ResultTable, language: Language): string {
  const headers = expanded(table, (column) => [column, words.interval[language], "n"]);
  const lines = table.rows.map((row) =>
    row.flatMap((cell) => (isEstimate(cell) ? shownCells(cell, language) : [String(cell ?? "")])),
  );
  return [headers, ...lines].map((line) => line.map(tsvCell).join("\t") + "\n").join("");
}

/** The headers, an estimate's column becoming several. */
function expanded({ columns, rows }: ResultTable, parts: (column: string) => string[]): string[] {
  return columns.flatMap((column, place) =>
    rows.some((row) => isEstimate(row[place] ?? null)) ? parts(column) : [column],
  );
}

function isEstimate(cell: ResultCell): cell is Estimate {
  return cell !== null && typeof cell === "object";
}

function rawCells(estimate: Estimate, language: Language): (string | number | null)[] {
  const judgement = judge(estimate);
  if (judgement.kind === "not-shown") return [null, null, null, estimate.n, whyNotShown(judgement.why, language)];
  const { value, interval, n } = judgement.estimate;
  const note = judgement.needsCaution ? cautionIs(language) : "";
  return [value, interval?.lower ?? null, interval?.upper ?? null, n, note];
}

function shownCells(estimate: Estimate, language: Language): string[] {
  const judgement = judge(estimate);
  const interval =
    judgement.kind === "shown"
      ? formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: estimate.n })
      : "";
  return [textOf(estimate, language), interval, String(estimate.n)];
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : `"${guarded(cell).replaceAll('"', '""')}"`;
}

/** A tab or line break inside a cell would begin another. */
function tsvCell(cell: string): string {
  return guarded(cell.replaceAll(/[\t\r\n]+/g, " "));
}
