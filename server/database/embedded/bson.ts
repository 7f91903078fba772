import mongoose from "mongoose";

/** The BSON of the driver that Mongoose brings: a second copy would make ids of another class. */
const { BSON } = mongoose.mongo;

/** A document as plain JavaScript. */
export type Plain = Record<string, unknown>;

/** Numbers become numbers where they fit, binary data `Buffer`-like `Binary`, ids `ObjectId`. */
export function decode(bytes: Uint8Array): Plain {
  return BSON.deserialize(bytes, { promoteBuffers: false });
}

/** The bytes of a document; members that are `undefined` are left out. */
export function encode(document: Plain): Buffer {
  return Buffer.from(BSON.serialize(document, { ignoreUndefined: true }));
}

/** Whether a value is a document, and neither a list nor one of BSON's own types. */
export function isDocument(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether a value is an object of operators, `{ $gt: 1 }`, rather than a value to be compared with. */
export function isOperators(value: unknown): value is Plain {
  if (typeof value !== "object" || value === null) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => name.startsWith("$"));
}

/** Bytes that an element's value takes, by its BSON type; `null` for those that say their own length. */
const fixedLengths: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/**
 * The top-level members of `names`, without decoding the rest of the document: a filter looks at few members of many
 * documents.
 */
export function decodeMembers(bytes: Buffer, names: ReadonlySet<string>): Plain {
  const found: Plain = {};
  let left = names.size;
  let at = 4;
  while (left > 0) {
    const type = bytes[at] ?? 0;
    if (type === 0) break;
    const nameEnd = bytes.indexOf(0, at + 1);
    const name = bytes.toString("utf8", at + 1, nameEnd);
    const start = nameEnd + 1;
    const length = valueLength(bytes, type, start);
    if (names.has(name)) {
      found[name] = decodeValue(bytes, type, { start, end: start + length, name: at });
      left -= 1;
    }
    at = start + length;
  }
  return found;
}

function valueLength(bytes: Buffer, type: number, start: number): number {
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return fixed;
  if (type === 3 || type === 4 || type === 15) return bytes.readInt32LE(start);
  if (type === 5) return bytes.readInt32LE(start) + 5;
  if (type === 11) return bytes.indexOf(0, bytes.indexOf(0, start) + 1) + 1 - start;
  if (type === 12) return bytes.readInt32LE(start) + 16;
  return bytes.readInt32LE(start) + 4;
}

function decodeValue(
  bytes: Buffer,
  type: number,
  { start, end, name }: { start: number; end: number; name: number },
): unknown {
  if (type === 2) return bytes.toString("utf8", start + 4, end - 1);
  if (type === 16) return bytes.readInt32LE(start);
  if (type === 1) return bytes.readDoubleLE(start);
  if (type === 8) return bytes[start] === 1;
  if (type === 10) return null;
  // Anything else: a document of this one element, decoded the long way.
  const element = bytes.subarray(name, end);
  const document = Buffer.alloc(element.length + 5);
  document.writeInt32LE(document.length, 0);
  element.copy(document, 4);
  return Object.values(decode(document))[0];
}
