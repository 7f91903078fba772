import type { ResultCell, ResultTable } from "../../../../charts/resultTable.ts";
import type { PageReader } from "../../reader.ts";
import type { Crosstab } from "./crosstab.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";

/** A crosstab as it is copied and saved: for each column the estimate, and the letters of columns it is higher than. */
export function savedTable(table: Crosstab, { read, language }: PageReader): ResultTable {
  const { title, breakdown, columns, blocks } = table;
  const headers = columns.flatMap(({ label, letter }) =>
    letter === null
      ? [read(label)]
      : [`${read(label)} (${letter})`, `${read(label)} (${letter}) ${crosstabsTexts.tested[language]}`],
  );
  return {
    title: `${read(title)} × ${read(breakdown)}`,
    columns: [read(title), "", ...headers],
    rows: blocks.flatMap(({ label, rows }) =>
      rows.map((row): ResultCell[] => [
        label === null ? "" : read(label),
        read(row.label),
        ...row.cells.flatMap(({ estimate, letters }, column) =>
          columns[column]?.letter === null ? [estimate] : [estimate, letters.join(" ")],
        ),
      ]),
    ),
  };
}
