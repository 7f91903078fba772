import { createHash, type Hash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { Transform as CsvTransform } from "@json2csv/node";
import { csvCell } from "./csvCell.ts";
import type { FileColumn } from "./csvTable.ts";
import type { NewExport } from "./exportsApi.ts";

/** A file on its way, and what can be said of it once the last byte has gone. */
export interface CsvStream {
  readonly stream: Readable;
  /** Bytes that went by, and their SHA-256 in hexadecimal. Asked for once, at the end. */
  readonly finish: () => { bytes: number; sha256: string };
}

/** Rows made at a time: enough to keep the writer busy, few enough to hold back for a slow reader. */
const batchRows = 200;

/** The rows of a batch: numbers `from` up to `to` (not included) of an order. */
interface Batch {
  readonly from: number;
  readonly to: number;
}

/**
 * Streams rows as CSV (RFC 4180), one after the other, no faster than the reader takes them.
 *
 * @param order the rows in the order in which they are written.
 */
export function csvStream(
  columns: readonly FileColumn[],
  order: Uint32Array,
  { flavour }: Pick<NewExport, "flavour">,
): CsvStream {
  const isExcel = flavour === "excel";
  const csv = new CsvTransform<Batch, { row: number }>(
    {
      fields: columns.map(({ header, cell }) => ({
        label: header,
        value: ({ row }: { row: number }) => cell(row),
      })),
      // A batch a write: one row a write costs as much again as making the row.
      transforms: [({ from, to }) => Array.from(order.subarray(from, to), (row) => ({ row }))],
      withBOM: isExcel,
      eol: isExcel ? "\r\n" : "\n",
      formatters: { string: (written: string) => written, header: csvCell },
    },
    {},
    { objectMode: true, highWaterMark: 2 },
  );
  const digest = createHash("sha256");
  const counted = countBytes(digest);
  const stream = Readable.from(batches(order.length), { objectMode: true, highWaterMark: 2 });
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

function* batches(rows: number): Generator<Batch> {
  for (let from = 0; from < rows; from += batchRows) yield { from, to: Math.min(rows, from + batchRows) };
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
