import { valueAtPath } from "./paths.ts";
import { decode, decodeMembers, encode, type Plain } from "./bson.ts";
import type { Collection, Index } from "./catalog.ts";
import { codes, StoreError } from "./errors.ts";
import { encodeKey } from "./keys.ts";
import type { Sqlite } from "./sqlite.ts";

/** A kept document: its row in SQLite and its bytes. */
export interface Kept {
  readonly row: number;
  readonly body: Buffer;
}

/** The key of a document in an index. */
function keyIn(index: Index, document: Plain): Buffer {
  const parts = index.fields.map((field) => encodeKey(valueAtPath(document, field)));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

/** The top-level members that some index of the collection looks at. */
function indexedMembers({ indexes }: Collection): Set<string> {
  const members = new Set<string>();
  for (const { fields } of indexes) {
    for (const field of fields) {
      const end = field.indexOf(".");
      members.add(end < 0 ? field : field.slice(0, end));
    }
  }
  return members;
}

/**
 * Keeps a new document and its index entries. Its bytes are kept as they came.
 *
 * Leaves nothing behind when it throws what a document can be refused for: keys are made before anything is written,
 * and what was written before a key turned out to be taken is removed. A savepoint for each document would cost more
 * than the document.
 *
 * @throws {StoreError} `DuplicateKey` when a unique index has its key, `BSONObjectTooLarge` above 16 MiB.
 */
export function insertDocument(sqlite: Sqlite, collection: Collection, body: Buffer): void {
  checkSize(body);
  const document = decodeMembers(body, indexedMembers(collection));
  const entries = collection.indexes.map((index) => ({ index, key: keyIn(index, document) }));
  const documents = `documents_${collection.id}`;
  const { lastInsertRowid: row } = sqlite.prepare(`INSERT INTO ${documents} (body) VALUES (?)`).run([body]);
  for (const [place, { index, key }] of entries.entries()) {
    if (tryEntry(sqlite, index, { key, row })) continue;
    for (const written of entries.slice(0, place))
      sqlite.prepare(`DELETE FROM index_${written.index.id} WHERE key = ? AND row = ?`).run([written.key, row]);
    sqlite.prepare(`DELETE FROM ${documents} WHERE row = ?`).run([row]);
    throw duplicateKey(collection, index, document);
  }
}

const largestBytes = 16 * 1024 * 1024;

/** @throws {StoreError} `BSONObjectTooLarge` above MongoDB's limit of 16 MiB. */
function checkSize({ length }: Buffer): void {
  if (length > largestBytes) throw new StoreError(codes.documentTooLarge, `A document of ${length} bytes is too large`);
}

/**
 * Puts a changed document in the place of the old one; only index entries that differ are touched.
 *
 * @throws {StoreError} `ImmutableField` when `_id` changed, `DuplicateKey` as for a new document.
 */
export function replaceDocument(
  sqlite: Sqlite,
  collection: Collection,
  { kept, document }: { kept: Kept; document: Plain },
): void {
  const before = decode(kept.body);
  if (!encodeKey(before["_id"]).equals(encodeKey(document["_id"]))) {
    throw new StoreError(codes.immutableField, "The _id of a document cannot be changed");
  }
  const body = encode(document);
  checkSize(body);
  sqlite.prepare(`UPDATE documents_${collection.id} SET body = ? WHERE row = ?`).run([body, kept.row]);
  for (const index of collection.indexes) {
    const old = keyIn(index, before);
    if (old.equals(keyIn(index, document))) continue;
    sqlite.prepare(`DELETE FROM index_${index.id} WHERE key = ? AND row = ?`).run([old, kept.row]);
    addEntry(sqlite, collection, { index, document, row: kept.row });
  }
}

/** Removes a document and its index entries. */
export function removeDocument(sqlite: Sqlite, collection: Collection, { row, body }: Kept): void {
  const document = decodeMembers(body, indexedMembers(collection));
  for (const index of collection.indexes) {
    sqlite.prepare(`DELETE FROM index_${index.id} WHERE key = ? AND row = ?`).run([keyIn(index, document), row]);
  }
  sqlite.prepare(`DELETE FROM documents_${collection.id} WHERE row = ?`).run([row]);
}

/**
 * Writes one index entry.
 *
 * @throws {StoreError} `DuplicateKey` naming index, fields and values.
 */
export function addEntry(
  sqlite: Sqlite,
  collection: Collection,
  { index, document, row }: { index: Index; document: Plain; row: number },
): void {
  if (!tryEntry(sqlite, index, { key: keyIn(index, document), row })) throw duplicateKey(collection, index, document);
}

/** Writes one index entry; `false` when another document has its key in a unique index. */
function tryEntry(sqlite: Sqlite, index: Index, { key, row }: { key: Buffer; row: number }): boolean {
  const { changes } = sqlite
    .prepare(`INSERT OR IGNORE INTO index_${index.id} (key, row) VALUES (?, ?)`)
    .run([key, row]);
  return changes === 1 || !index.unique;
}

function duplicateKey({ database, name }: Collection, index: Index, document: Plain): StoreError {
  const keyValue = Object.fromEntries(index.fields.map((field) => [field, valueAtPath(document, field) ?? null]));
  const where = `${database}.${name} index: ${index.name}`;
  return new StoreError(
    codes.duplicateKey,
    `E11000 duplicate key error collection: ${where} dup key: ${JSON.stringify(keyValue)}`,
    {
      keyPattern: index.key,
      keyValue,
    },
  );
}
