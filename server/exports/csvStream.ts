import { createHash, type Hash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { Transform as CsvTransform } from "@json2csv/node";
import { string as stringFormatter } from "@json2csv/formatters";
import type { Cell, FileColumn } from "./csvTable.ts";
import type { NewExport } from "./exportsApi.ts";
import { guarded } from "./formulaGuard.ts";

/** A file on its way, and what can be said of it once the last byte has gone. */
export interface CsvStream {
  readonly stream: Readable;
  /** Bytes that went by, and their SHA-256 in hexadecimal. Asked for once, at the end. */
  finish(): { bytes: number; sha256: string };
}

/** Rows made at a time: enough to keep the writer busy, few enough to hold back for a slow reader. */
const chunkRows = 200;

/**
 * Streams rows as CSV (RFC 4180), one after the other, no faster than the reader takes them.
 *
 * Text cells and headers are guarded against formulas; numbers are numbers.
 *
 * @param order the rows in the order in which they are written.
 */
export function csvStream(
  columns: readonly FileColumn[],
  order: Uint32Array,
  { flavour }: Pick<NewExport, "flavour">,
): CsvStream {
  const isExcel = flavour === "excel";
  const text = stringFormatter();
  const csv = new CsvTransform<Record<string, Cell>, Record<string, Cell>>(
    {
      fields: columns.map(({ header }, place) => ({
        label: header,
        value: (cells: Record<string, Cell>) => cells[place],
      })),
      withBOM: isExcel,
      eol: isExcel ? "\r\n" : "\n",
      formatters: { string: (cell: string) => text(guarded(cell)), header: (header: string) => text(guarded(header)) },
    },
    {},
    { objectMode: true },
  );
  const digest = createHash("sha256");
  const counted = countBytes(digest);
  const stream = Readable.from(rowsOf(columns, order), { objectMode: true, highWaterMark: chunkRows });
  stream.on("error", (error) => csv.destroy(error));
  csv.on("error", (error) => counted.passing.destroy(error));
  counted.passing.on("close", () => {
    stream.destroy();
    csv.destroy();
  });
  return {
    stream: stream.pipe(csv).pipe(counted.passing),
    finish: () => ({ bytes: counted.bytes(), sha256: digest.digest("hex") }),
  };
}

function* rowsOf(columns: readonly FileColumn[], order: Uint32Array): Generator<Cell[]> {
  for (const row of order) yield columns.map(({ cell }) => cell(row));
}

function countBytes(digest: Hash): { passing: Transform; bytes: () => number } {
  let bytes = 0;
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      digest.update(chunk);
      done(null, chunk);
    },
  });
  return { passing, bytes: () => bytes };
}
