import { asFieldFault, shown } from "../../server/imports/importFaults.ts";
import type { ImportReport } from "../../server/imports/importReport.ts";

const mostColumns = 40;
const mostValues = 10;

/** What became of a file's rows, for the person at the terminal. */
export function reportLines(report: ImportReport, seconds: number): string[] {
  const { read, kept, keptBefore, refused } = report;
  const count = (rows: number): string => rows.toLocaleString("en");
  return [
    `${count(read)} rows read: ${count(kept)} kept, ${count(keptBefore)} kept before, ${count(refused)} at fault (${seconds.toFixed(1)} s)`,
    ...[...report.refusedBy].map(([kind, rows]) => `  ${kind}: ${count(rows)} rows`),
    ...report.examples.map((fault) => {
      const { field, message } = asFieldFault(fault);
      return `  ${field}: ${message.en}`;
    }),
    ...[...report.unknownValues].map(([column, values]) => `  unknown values in ${shown(column)}: ${listed(values)}`),
    ...(report.unknownColumns.length === 0
      ? []
      : [`  columns the mapping says nothing of: ${shortened(report.unknownColumns.map(shown), mostColumns)}`]),
  ];
}

function listed(values: ReadonlyMap<string, number>): string {
  const words = [...values].map(([value, rows]) => `“${shown(value)}” in ${rows.toLocaleString("en")}`);
  return shortened(words, mostValues);
}

function shortened(words: readonly string[], most: number): string {
  const more = words.length - most;
  return [...words.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
