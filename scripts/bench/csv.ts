import { csvStream } from "../../server/exports/csvStream.ts";
import { fileColumns, type FileColumn } from "../../server/exports/csvTable.ts";
import { figure, heading, median, shown } from "./report.ts";
import { codebook, columnsOf, type Subject } from "./subject.ts";

interface Written {
  readonly milliseconds: number;
  readonly firstByte: number;
  readonly bytes: number;
  /** Growth of the process while it was written, in bytes. */
  readonly growth: number;
}

/** Columns of the tables that the files of other systems were measured with. */
const usualColumns = 45;

/** Data files, beside a loop that joins the same cells without quoting, streaming or a digest. */
export async function benchCsv(subject: Subject, rounds: number): Promise<void> {
  heading("CSV");
  const responses = await subject.responses();
  for (const rows of [responses.length, 1_000_000]) {
    const columns = columnsOf(responses, rows);
    const table = fileColumns(columns, codebook, { values: "codes", language: "zh-CN", screening: null });
    const tables = rows === responses.length ? [table.slice(0, usualColumns), table] : [table.slice(0, usualColumns)];
    for (const one of tables) await compare(one, rows, rows === responses.length ? rounds : 1);
  }
}

async function compare(table: readonly FileColumn[], rows: number, rounds: number): Promise<void> {
  const written: Written[] = [];
  const joined: number[] = [];
  for (let round = 0; round < rounds; round++) {
    written.push(await write(table, rows));
    const began = performance.now();
    join(table, rows);
    joined.push(performance.now() - began);
  }
  const of = (part: keyof Written): number => median(written.map((one) => one[part]));
  figure(
    `${shown(rows)} responses, ${table.length} columns, ${shown(of("bytes") / 1e6)} MB`,
    shown(of("milliseconds"), "ms"),
    `${shown((of("milliseconds") * 1000) / rows)} µs a response, first byte ${shown(of("firstByte"), "ms")}, memory grew ${shown(of("growth") / 1e6)} MB, ${shown(of("milliseconds") / median(joined))} times the loop`,
  );
}

async function write(table: readonly FileColumn[], rows: number): Promise<Written> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const began = performance.now();
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const { stream, finish } = csvStream(table, order, { flavour: "plain" });
  let firstByte = 0;
  let peak = before;
  for await (const _chunk of stream) {
    if (firstByte === 0) firstByte = performance.now() - began;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return { milliseconds: performance.now() - began, firstByte, bytes: finish().bytes, growth: peak - before };
}

function join(table: readonly FileColumn[], rows: number): number {
  let bytes = 0;
  for (let row = 0; row < rows; row++) {
    let line = "";
    for (const { cell } of table) line += `${cell(row)},`;
    bytes += line.length;
  }
  return bytes;
}
