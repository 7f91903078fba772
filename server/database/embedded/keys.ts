import mongoose from "mongoose";
import { encode, type Plain } from "./bson.ts";
import { notSupported } from "./errors.ts";

const { ObjectId, Long } = mongoose.mongo.BSON;

/** First byte of an encoded value, in MongoDB's order of types. Missing is kept like null. */
const tags = {
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  other: 0x40,
  objectId: 0x45,
  boolean: 0x50,
  date: 0x60,
} as const;

/** Orders behind every value that begins like this one. */
export const afterAll = 0xff;

/**
 * Bytes that compare as the values do, and of which none is the beginning of another: so keys of several fields are
 * these, one behind the other.
 *
 * @throws {StoreError} for a list: an index entry for each item is left to a real MongoDB.
 */
export function encodeKey(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.from([tags.null]);
  switch (typeof value) {
    case "number":
      return number(tags.number, value);
    case "bigint":
      return number(tags.number, Number(value));
    case "string":
      return terminated(tags.string, Buffer.from(value, "utf8"));
    case "boolean":
      return Buffer.from([tags.boolean, value ? 1 : 0]);
    default:
      return encodeObject(value);
  }
}

function encodeObject(value: unknown): Buffer {
  if (value instanceof Date) return number(tags.date, value.getTime());
  if (value instanceof ObjectId) return Buffer.concat([Buffer.from([tags.objectId]), value.id]);
  if (value instanceof Long) return number(tags.number, value.toNumber());
  if (Array.isArray(value)) throw notSupported("indexes on lists");
  const isPlain = typeof value === "object" && value !== null && !("_bsontype" in value);
  return terminated(isPlain ? tags.object : tags.other, encode(isPlain ? (value as Plain) : { value }));
}

/** A double in an order-keeping form: sign flipped for positive numbers, all bits for negative ones. */
function number(tag: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = tag;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  if (((bytes[1] ?? 0) & 0x80) === 0) bytes[1] = (bytes[1] ?? 0) | 0x80;
  else for (let at = 1; at < 9; at++) bytes[at] = ~(bytes[at] ?? 0) & 0xff;
  return bytes;
}

/** A zero byte inside becomes 00 ff, and 00 00 ends the value: shorter strings come first. */
function terminated(tag: number, content: Buffer): Buffer {
  if (!content.includes(0)) return Buffer.concat([Buffer.from([tag]), content, Buffer.from([0, 0])]);
  const bytes: number[] = [tag];
  for (const byte of content) {
    bytes.push(byte);
    if (byte === 0) bytes.push(0xff);
  }
  return Buffer.from([...bytes, 0, 0]);
}

/**
 * The values in a key, or `null` where one cannot be read back (objects and rare types): an index that holds all a
 * question needs answers it without its documents.
 */
export function decodeKey(key: Buffer, count: number): unknown[] | null {
  const values: unknown[] = [];
  let at = 0;
  while (values.length < count) {
    const read = decodeOne(key, at);
    if (read === null) return null;
    values.push(read.value);
    at = read.end;
  }
  return values;
}

function decodeOne(key: Buffer, at: number): { value: unknown; end: number } | null {
  switch (key[at]) {
    case tags.null:
      return { value: null, end: at + 1 };
    case tags.boolean:
      return { value: key[at + 1] === 1, end: at + 2 };
    case tags.number:
      return { value: readNumber(key, at + 1), end: at + 9 };
    case tags.date:
      return { value: new Date(readNumber(key, at + 1)), end: at + 9 };
    case tags.objectId:
      return { value: new ObjectId(key.subarray(at + 1, at + 13)), end: at + 13 };
    case tags.string: {
      const end = key.indexOf("\0\0", at + 1, "latin1");
      const content = key.subarray(at + 1, end);
      return content.includes(0) ? null : { value: content.toString("utf8"), end: end + 2 };
    }
    default:
      return null;
  }
}

function readNumber(key: Buffer, at: number): number {
  const bytes = Buffer.from(key.subarray(at, at + 8));
  const first = bytes[0] ?? 0;
  if ((first & 0x80) !== 0) bytes[0] = first & 0x7f;
  else for (let place = 0; place < 8; place++) bytes[place] = ~(bytes[place] ?? 0) & 0xff;
  return bytes.readDoubleBE(0);
}
