import { connect } from "node:net";

/** Something to write to a connection. */
export interface Step {
  readonly bytes: Buffer;
  readonly delayMs: number;
  /** Half-close or reset after it. */
  readonly close: "fin" | "rst" | null;
}

/** An answer as it came off the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What happened on one connection. */
export interface Exchange {
  readonly answers: readonly RawAnswer[];
  /** Whether the connection was ended, by the server or by a step that resets it. */
  readonly wasClosed: boolean;
  readonly milliseconds: number;
}

/** How an exchange is done. `patienceMs` ends it; after the last byte sent, one answer and a quiet moment end it too. */
export interface ExchangeOptions {
  readonly patienceMs?: number;
  /** Waits for the server to close, whatever it answers. */
  readonly untilClosed?: boolean;
  readonly readBytesPerSecond?: number | undefined;
}

const quietMs = 250;

/** Writes steps to a connection of its own on this machine, and gives what came back. Never fails: a refusal is a result. */
export async function exchange(
  port: number,
  steps: readonly Step[],
  { patienceMs = 20_000, untilClosed = false, readBytesPerSecond }: ExchangeOptions = {},
): Promise<Exchange> {
  const began = performance.now();
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let received = Buffer.alloc(0);
  let wasClosed = false;
  let allSent = false;
  let quiet: NodeJS.Timeout | undefined;

  const ended = new Promise<void>((resolve) => {
    const patience = setTimeout(resolve, patienceMs);
    socket.on("close", () => {
      clearTimeout(patience);
      resolve();
    });
    const closed = (): void => {
      wasClosed = true;
      resolve();
    };
    socket.on("end", closed);
    socket.on("error", closed);
    socket.on("data", (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      if (readBytesPerSecond !== undefined) readSlowly(bytes.length / readBytesPerSecond);
      clearTimeout(quiet);
      if (!untilClosed && allSent && parseAnswers(received).length > 0) quiet = setTimeout(resolve, quietMs);
    });
  });
  const readSlowly = (seconds: number): void => {
    socket.pause();
    setTimeout(() => socket.resume(), seconds * 1_000).unref();
  };

  for (const { bytes, delayMs, close } of steps) {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (socket.destroyed || wasClosed) break;
    if (bytes.length > 0) socket.write(bytes);
    if (close === "fin") socket.end();
    if (close !== "rst") continue;
    socket.resetAndDestroy();
    wasClosed = true;
  }
  allSent = true;
  if (!untilClosed && parseAnswers(received).length > 0) quiet = setTimeout(() => socket.destroy(), quietMs);
  await ended;
  clearTimeout(quiet);
  socket.destroy();
  return { answers: parseAnswers(received), wasClosed, milliseconds: performance.now() - began };
}

/** One step that writes everything at once. */
export function atOnce(...parts: readonly (string | Buffer)[]): Step[] {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  return [{ bytes, delayMs: 0, close: null }];
}

/** The whole answers in what was received; one that breaks off is not among them. */
function parseAnswers(received: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) return answers;
    const [first = "", ...lines] = rest.subarray(0, end).toString("latin1").split("\r\n");
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
    if (Number.isNaN(status)) return answers;
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
    );
    const found = bodyOf(rest.subarray(end + 4), headers);
    if (found === null) return answers;
    answers.push({ status, headers, body: found.body });
    rest = found.rest;
  }
}

function bodyOf(rest: Buffer, headers: Readonly<Record<string, string>>): { body: Buffer; rest: Buffer } | null {
  if (headers["transfer-encoding"]?.includes("chunked") === true) return chunkedBody(rest);
  const length = Number(headers["content-length"] ?? 0);
  return rest.length < length ? null : { body: rest.subarray(0, length), rest: rest.subarray(length) };
}

function chunkedBody(from: Buffer): { body: Buffer; rest: Buffer } | null {
  const chunks: Buffer[] = [];
  let rest = from;
  for (;;) {
    const lineEnd = rest.indexOf("\r\n");
    if (lineEnd < 0) return null;
    const size = Number.parseInt(rest.subarray(0, lineEnd).toString("latin1"), 16);
    if (rest.length < lineEnd + 4 + size) return null;
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    rest = rest.subarray(lineEnd + 4 + size);
    if (size === 0) return { body: Buffer.concat(chunks), rest };
  }
}
