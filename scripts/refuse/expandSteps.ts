import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { z } from "zod";
import type { Step } from "./rawHttp.ts";

const packed = z.object({
  before: z.string(),
  char: z.string(),
  times: z.number(),
  after: z.string(),
  layers: z.number().default(1),
  algo: z.enum(["gzip", "br", "deflate"]).default("gzip"),
});

const step = z.looseObject({
  text: z.string().optional(),
  utf8: z.string().optional(),
  repeatText: z.string().optional(),
  times: z.number().default(1),
  gzipOf: packed.optional(),
  hex: z.string().optional(),
  delayMs: z.number().default(0),
  repeat: z.number().default(1),
  close: z.enum(["fin", "rst"]).nullable().default(null),
});

/** The members of a case that say what goes over the wire, and how. */
export const rawCase = z.looseObject({
  steps: z.array(step),
  /** The whole case is sent so many times, `%i` being the number. */
  repeat: z.number().default(1),
  connections: z.number().default(1),
  readBytesPerSecond: z.number().optional(),
  /** The steps after the first are sent as chunks, and then the last chunk. */
  chunkWholeBody: z.boolean().default(false),
  allowed: z.array(z.string()).default([]),
});

/** A case of raw requests. */
export type RawCase = z.infer<typeof rawCase>;

/** What stands in place of `{HOST}`, `{PATH}`, `{BODY}` and the like; `{LEN}` is the length of `{BODY}`. */
export type Placeholders = Readonly<Record<string, string>> & { readonly BODY: string };

const pack = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync } as const;

/** The bytes of a case's steps, one sending of it. */
export function stepsOf({ steps, chunkWholeBody }: RawCase, placeholders: Placeholders, index: number): Step[] {
  const written = steps
    .flatMap((one) => Array.from({ length: one.repeat }, () => one))
    .map((one) => ({ bytes: bytesOf(one, placeholders, index), delayMs: one.delayMs, close: one.close }));
  if (!chunkWholeBody) return written;
  const [head, ...body] = written;
  const chunks = body.filter(({ bytes }) => bytes.length > 0).map((one) => ({ ...one, bytes: chunk(one.bytes) }));
  const last = { bytes: Buffer.from("0\r\n\r\n"), delayMs: 0, close: null };
  return head === undefined ? chunks : [head, ...chunks, last];
}

function chunk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

function bytesOf(one: z.infer<typeof step>, placeholders: Placeholders, index: number): Buffer {
  if (one.text !== undefined) return Buffer.from(filled(one.text, placeholders, index), "latin1");
  if (one.utf8 !== undefined) return Buffer.from(filled(one.utf8, placeholders, index), "utf8");
  const { repeatText, times, gzipOf, hex } = one;
  if (repeatText !== undefined)
    return Buffer.from(
      Array.from({ length: times }, (_, i) => repeatText.replaceAll("%i", String(i))).join(""),
      "latin1",
    );
  if (gzipOf !== undefined) {
    let bytes: Buffer = Buffer.from(gzipOf.before + gzipOf.char.repeat(gzipOf.times) + gzipOf.after);
    for (let layer = 0; layer < gzipOf.layers; layer++) bytes = pack[gzipOf.algo](bytes);
    return bytes;
  }
  return Buffer.from(hex ?? "", "hex");
}

function filled(text: string, placeholders: Placeholders, index: number): string {
  const all = { ...placeholders, LEN: String(Buffer.byteLength(placeholders.BODY)) };
  return Object.entries(all).reduce(
    (soFar, [name, value]) => soFar.replaceAll(`{${name}}`, value),
    text.replaceAll("%i", String(index)),
  );
}
