import { formatNumber } from "../../../../charts/format.ts";
import type { RecordValue } from "../../../../server/records/recordsApi.ts";
import type { Codebook, Variable } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import type { PageReader } from "../../reader.ts";
import { recordsTexts } from "./recordsTexts.ts";

/** A variable that can be a column of the list. */
export interface RecordColumn {
  readonly name: string;
  readonly question: LocalisedText;
  /** The row's or option's words where the question has several. */
  readonly part: LocalisedText | null;
  /** `null` for a scale's score. */
  readonly variable: Variable | null;
}

/** So many columns stand in the list before others are chosen. */
const usually = 8;

/** Every variable of a codebook, scores last. */
export function recordColumns({ questions, scores }: Codebook): RecordColumn[] {
  const asked = questions.flatMap(({ title, variables }) =>
    variables.map((variable) => ({
      name: variable.name,
      question: title,
      part: variables.length > 1 ? variable.label : null,
      variable,
    })),
  );
  return [...asked, ...scores.map(({ name }) => ({ name, question: name, part: null, variable: null }))];
}

/** The columns that are shown when none are chosen: the first questions with one answer. */
export function usualColumns(columns: readonly RecordColumn[]): RecordColumn[] {
  return columns.filter(({ part, variable }) => part === null && variable !== null).slice(0, usually);
}

/** A column by its question, and its row, option, or that it holds what was written beside a choice. */
export function titleOf(
  { question, part, variable }: RecordColumn,
  { read, language }: Pick<PageReader, "read" | "language">,
): string {
  if (part === null) return read(question);
  if (read(part) !== read(question)) return `${read(question)} – ${read(part)}`;
  return variable?.kind === "text" ? `${read(question)} – ${recordsTexts.written[language]}` : read(question);
}

/** A value as it is read: by its label or code. Empty for no answer. */
export function valueInWords(
  value: RecordValue,
  { variable }: RecordColumn,
  { as, reader: { language, read } }: { as: "labels" | "codes"; reader: Pick<PageReader, "language" | "read"> },
): string {
  if (value === null) return "";
  if (variable?.kind === "tick") {
    if (as === "codes") return value === true ? "1" : "0";
    return recordsTexts[value === true ? "chosen" : "notChosen"][language];
  }
  if (variable?.kind === "category" && as === "labels") {
    const found = variable.values.find(({ code }) => code === value);
    if (found !== undefined) return read(found.label);
  }
  return typeof value === "number" && variable?.kind !== "category" ? formatNumber(value, language) : String(value);
}
