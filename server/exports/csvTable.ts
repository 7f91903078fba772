import type { Column } from "../../stats/columns.ts";
import type { Codebook, CodedValue, Variable } from "../../surveys/codebook/codebook.ts";
import type { Language } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { NewExport } from "./exportsApi.ts";

/** A cell: a number stays a number, `null` is an empty cell. */
export type Cell = string | number | null;

/** A column of the file: its header, and the cell of each row. */
export interface FileColumn {
  readonly header: string;
  readonly cell: (row: number) => Cell;
}

/** The columns of a data file: what is known of each response, then its answers by code, then its scores. */
export function fileColumns(columns: StudyColumns, codebook: Codebook, { values, language }: NewExport): FileColumn[] {
  const variables = codebook.questions.flatMap((question) => question.variables);
  return [
    ...aboutTheResponse(columns),
    ...variables.flatMap((variable) => variableColumns(variable, columns.column(variable.name), { values, language })),
    ...codebook.scores.map(({ name }) => ({ header: name, cell: plainCell(columns.column(name)) })),
  ];
}

function aboutTheResponse(columns: StudyColumns): FileColumn[] {
  const word = (places: Int16Array) => (row: number) => columns.words[places[row] ?? 0] ?? null;
  const number = (numbers: Float64Array) => (row: number) => finite(numbers[row]);
  return [
    { header: "response", cell: (row) => columns.id[row] ?? null },
    { header: "day", cell: (row) => columns.days[columns.day[row] ?? -1] ?? null },
    { header: "questionnaire_version", cell: (row) => columns.questionnaireVersion[row] ?? null },
    { header: "language", cell: word(columns.language) },
    { header: "collector", cell: word(columns.collector) },
    { header: "grid_unit", cell: word(columns.gridUnit) },
    { header: "seconds", cell: number(columns.seconds) },
    { header: "flags", cell: word(columns.flags) },
    { header: "weight", cell: number(columns.weight) },
  ];
}

function variableColumns(
  variable: Variable,
  column: Column | undefined,
  { values, language }: Pick<NewExport, "values" | "language">,
): FileColumn[] {
  const { name } = variable;
  const codes = { header: name, cell: plainCell(column) };
  if (variable.kind !== "category" || column?.kind !== "category" || values === "codes") return [codes];
  const labels = labelCell(variable.values, column, language);
  return values === "labels" ? [{ header: name, cell: labels }] : [codes, { header: `${name}.label`, cell: labels }];
}

function plainCell(column: Column | undefined): FileColumn["cell"] {
  switch (column?.kind) {
    case undefined:
      return () => null;
    case "category": {
      const cells = column.codes.map((code) => (typeof code === "boolean" ? String(code) : code));
      return (row) => cells[column.values[row] ?? -1] ?? null;
    }
    case "tick":
      return (row) => ((column.values[row] ?? -1) < 0 ? null : (column.values[row] ?? null));
    case "number":
      return (row) => finite(column.values[row]);
    case "text":
      return (row) => column.values[row] ?? null;
  }
}

function labelCell(
  values: readonly CodedValue[],
  column: Extract<Column, { kind: "category" }>,
  language: Language,
): FileColumn["cell"] {
  const labels = column.codes.map((code) => {
    const label = values.find((value) => value.code === code)?.label;
    return label === undefined ? String(code) : inLanguage(label, language);
  });
  return (row) => labels[column.values[row] ?? -1] ?? null;
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
