import type { Column } from "../../stats/columns.ts";
import type { Codebook, CodedValue, Variable } from "../../surveys/codebook/codebook.ts";
import type { Language } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { excludes, isMarkedBy, notScreened } from "../quality/marks.ts";
import { reasons } from "../quality/qualityApi.ts";
import type { ScreenedRows } from "../quality/screenedRows.ts";
import { csvCell, type Cell } from "./csvCell.ts";
import type { NewExport } from "./exportsApi.ts";

/** A column of the file: its header, and the cell of each row as it is written. */
export interface FileColumn {
  readonly header: string;
  readonly cell: (row: number) => string;
}

/** The columns of a data file: what is known of each response, its marks, then its answers by code, then its scores. */
export function fileColumns(
  columns: StudyColumns,
  codebook: Codebook,
  { values, language, screening }: Pick<NewExport, "values" | "language"> & { screening: ScreenedRows | null },
): FileColumn[] {
  const variables = codebook.questions.flatMap((question) => question.variables);
  return [
    ...aboutTheResponse(columns, values),
    ...(screening === null ? [] : qualityColumns(screening)),
    ...variables.flatMap((variable) => variableColumns(variable, columns.column(variable.name), { values, language })),
    ...codebook.scores.map(({ name }) => ({ header: name, cell: plainCell(columns.column(name)) })),
  ];
}

function aboutTheResponse(columns: StudyColumns, values: NewExport["values"]): FileColumn[] {
  const { words, days } = columns;
  return [
    { header: "response", cell: (row) => csvCell(columns.id[row] ?? null) },
    { header: "day", cell: codedCell(columns.day, days) },
    { header: "questionnaire_version", cell: (row) => csvCell(columns.questionnaireVersion[row] ?? null) },
    { header: "language", cell: codedCell(columns.language, words) },
    ...collectorColumns(columns, values),
    { header: "grid_unit", cell: codedCell(columns.gridUnit, words) },
    { header: "seconds", cell: numberCell(columns.seconds) },
    { header: "flags", cell: codedCell(columns.flags, words) },
    { header: "weight", cell: numberCell(columns.weight) },
  ];
}

/** By code or title as the answers are; a collector that has been removed, or never was kept, has its code for a title. */
function collectorColumns(
  { collector, words, collectorTitles }: StudyColumns,
  values: NewExport["values"],
): FileColumn[] {
  const codes = { header: "collector", cell: codedCell(collector, words) };
  if (values === "codes") return [codes];
  const titles = codedCell(
    collector,
    words.map((word) => (word === null ? null : (collectorTitles.get(word) ?? word))),
  );
  return values === "labels"
    ? [{ header: "collector", cell: titles }]
    : [codes, { header: "collector.label", cell: titles }];
}

/** For each reason whether it marked, and whether the response is excluded; empty for those that were not screened. */
function qualityColumns({ marks }: ScreenedRows): FileColumn[] {
  const column = (header: string, isTrueOf: (bits: number) => boolean): FileColumn => ({
    header,
    cell: (row) => {
      const bits = marks[row] ?? notScreened;
      return bits === notScreened ? "" : csvCell(Number(isTrueOf(bits)));
    },
  });
  return [
    ...reasons.map((reason) => column(`quality.${reason}`, (bits) => isMarkedBy(bits, reason))),
    column("excluded", excludes),
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
      return () => "";
    case "category":
      return codedCell(
        column.values,
        column.codes.map((code) => (typeof code === "boolean" ? String(code) : code)),
      );
    case "tick":
      return codedCell(column.values, [0, 1]);
    case "number":
      return numberCell(column.values);
    case "text":
      return (row) => csvCell(column.values[row] ?? null);
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
  return codedCell(column.values, labels);
}

/** What few values fill is written once for each value, not for each row. */
function codedCell(places: Int8Array | Int16Array | Int32Array, cells: readonly Cell[]): FileColumn["cell"] {
  const written = cells.map(csvCell);
  return (row) => written[places[row] ?? -1] ?? "";
}

function numberCell(values: Float64Array): FileColumn["cell"] {
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return csvCell(Number.isNaN(value) ? null : value);
  };
}
