import { hash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How a body can be on the line. */
export const encodings = ["br", "gzip"] as const;

/** One of them. */
export type Encoding = (typeof encodings)[number];

/** A page as it was written once: its nonce stands in it, so both are kept together. */
export interface KeptPage {
  readonly nonce: string;
  readonly html: string;
  readonly etag: string;
  /** The page compressed: once, however many ask. */
  readonly compressed: (encoding: Encoding) => Promise<Buffer>;
}

/** Pages with other names, as many as one figure has: of each language, and of each way to it. */
const mostOfOne = 20;

const compress: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => promisify(gzip)(text),
};

/**
 * Makes what keeps pages as they were written, for as long as what they are of is the same object: a crowd does not have a
 * page written, and compressed, for each of it. A nonce is as old as its page, as it is in every cache between.
 */
export function createKeptPages() {
  const kept = new WeakMap<object, Map<string, KeptPage>>();
  return (of: object, name: string, write: (nonce: string) => string): KeptPage => {
    const pages = kept.get(of) ?? new Map<string, KeptPage>();
    kept.set(of, pages);
    const known = pages.get(name);
    if (known !== undefined) return known;
    const page = written(write);
    if (pages.size < mostOfOne) pages.set(name, page);
    return page;
  };
}

function written(write: (nonce: string) => string): KeptPage {
  const nonce = randomBytes(16).toString("base64");
  const html = write(nonce);
  const bodies = new Map<Encoding, Promise<Buffer>>();
  return {
    nonce,
    html,
    etag: `"${hash("sha256", html, "base64url")}"`,
    compressed(encoding) {
      const body = bodies.get(encoding) ?? compress[encoding](html);
      bodies.set(encoding, body);
      return body;
    },
  };
}
