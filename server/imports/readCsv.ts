import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { Problem } from "../problem.ts";
import { unreadable } from "./importFaults.ts";

/** A file of bytes: a stream, an upload, a list of pieces. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Longest row taken, so that a quote that is never closed is noticed before memory is full. */
const mostRowUnits = 1_000_000;

/**
 * The rows of a CSV file (RFC 4180, UTF-8 with or without byte order mark, plain or gzipped), the header first, one at
 * a time.
 *
 * Cells are given as they stand, whatever is in them. An empty line is `[""]`.
 *
 * @throws {Problem} `invalid-file` saying where and why it cannot be read any further.
 */
export async function* readCsv(bytes: Bytes): AsyncGenerator<string[]> {
  const rows = parse({ relax_column_count: true, max_record_size: mostRowUnits, record_delimiter: ["\r\n", "\n"] });
  const words = Readable.from(decoded(unpacked(bytes)));
  try {
    for await (const row of compose(words, rows)) yield row as string[];
  } catch (error) {
    throw asProblem(error);
  } finally {
    words.destroy();
  }
}

const sentences = {
  CSV_QUOTE_NOT_CLOSED: { "zh-CN": "此行开始的引号没有关闭", en: "a quote that opens here is never closed" },
  CSV_MAX_RECORD_SIZE: {
    "zh-CN": "此行太长；可能有引号没有关闭",
    en: "the row is too long; perhaps a quote is never closed",
  },
  INVALID_OPENING_QUOTE: {
    "zh-CN": "单元格中间出现了引号",
    en: "a quote stands inside a cell that does not begin with one",
  },
  CSV_INVALID_CLOSING_QUOTE: { "zh-CN": "引号之后还有文字", en: "words follow a closing quote" },
} as const;

function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof CsvError) {
    const sentence = Object.entries(sentences).find(([code]) => code === error.code)?.[1];
    if (sentence === undefined) return error;
    return unreadable(`line ${String(error["lines"])}`, "malformed-csv", sentence);
  }
  if (error instanceof Error && "code" in error && (error.code === "Z_BUF_ERROR" || error.code === "Z_DATA_ERROR")) {
    return unreadable("file", "broken-gzip", {
      "zh-CN": "压缩文件不完整或已损坏",
      en: "the compressed file is damaged or ends early",
    });
  }
  return error;
}

/** The bytes inside a gzipped file, told by how it begins; any other file as it is. */
async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const pieces = Readable.from(bytes, { objectMode: false });
  const rest = pieces[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    const first = await beginning(rest);
    if (first[0] === 0x50 && first[1] === 0x4b) throw notCsv();
    const whole = joined(first, rest);
    const isGzipped = first[0] === 0x1f && first[1] === 0x8b;
    yield* isGzipped ? (compose(Readable.from(whole), createGunzip()) as AsyncIterable<Uint8Array>) : whole;
  } finally {
    pieces.destroy();
  }
}

/** The first bytes, two at least unless there are fewer. */
async function beginning(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await pieces.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  return first;
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Pipes one stream into another, whose reader hears of the first one's failure. */
function compose<Next extends NodeJS.ReadWriteStream & { destroy(error: Error): unknown }>(
  from: Readable,
  to: Next,
): Next {
  from.on("error", (error) => to.destroy(error));
  return from.pipe(to);
}

function notCsv(): Problem {
  return unreadable("file", "not-csv", {
    "zh-CN": "这是电子表格或压缩包；请另存为 CSV UTF-8",
    en: "this is a spreadsheet or a zip archive; save it as CSV UTF-8",
  });
}

/** The text of UTF-8 bytes, without a byte order mark. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  for await (const piece of bytes) {
    try {
      yield decoder.decode(piece, { stream: true });
    } catch {
      throw notUtf8(lines + goodLinesOf(piece));
    }
    if (piece.includes(0)) throw notUtf8(lines + goodLinesOf(piece));
    lines += newlinesIn(piece);
  }
  try {
    yield decoder.decode();
  } catch {
    throw notUtf8(lines);
  }
}

function notUtf8(line: number): Problem {
  return unreadable(`line ${line}`, "not-utf-8", {
    "zh-CN": "文件不是 UTF-8 编码；请另存为 CSV UTF-8",
    en: "the file is not UTF-8; save it as CSV UTF-8",
  });
}

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === newline) count += 1;
  return count;
}

const newline = 0x0a;

/** Lines of a piece before the first that is at fault, whose beginning may lie in the piece before. */
function goodLinesOf(piece: Uint8Array): number {
  let good = 0;
  for (let from = 0; ; good += 1) {
    const to = piece.indexOf(newline, from) + 1;
    // A line cut by the piece's edge cannot be judged: what is at fault lies in it if it lies in no other.
    const isCut = to === 0;
    const line = piece.subarray(from, isCut ? piece.length : to);
    if (isCut || !isUtf8(line) || line.includes(0)) return good;
    from = to;
  }
}
