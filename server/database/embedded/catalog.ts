import { codes, notSupported, StoreError } from "./errors.ts";
import type { Sqlite } from "./sqlite.ts";

/** An index: its fields in order, and what it promises. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly string[];
  /** As it was asked for, with directions: what `listIndexes` gives back. */
  readonly key: Readonly<Record<string, number>>;
  readonly unique: boolean;
  readonly expireAfterSeconds: number | null;
}

/** A collection and its indexes; the first index is that of `_id`. */
export interface Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly indexes: Index[];
}

/** What a client asks for when it makes an index. */
export interface IndexWanted {
  readonly name: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique?: boolean;
  readonly expireAfterSeconds?: number;
}

const layout = 1;

/** Which collections and indexes there are. Kept in SQLite, held in memory. */
export type Catalog = ReturnType<typeof createCatalog>;

/**
 * Reads the catalog of a database file, or lays the file out when it is new.
 *
 * @throws {Error} when the file was made by a newer store.
 */
export function createCatalog(sqlite: Sqlite) {
  prepareFile(sqlite);
  let collections = readCollections(sqlite);

  return {
    all: (): Collection[] => [...collections.values()],
    find: (database: string, name: string): Collection | undefined => collections.get(keyOf(database, name)),

    /**
     * The collection of this name, made now if there was none.
     *
     * @throws {StoreError} when it cannot have this name.
     */
    need(database: string, name: string): Collection {
      const known = collections.get(keyOf(database, name));
      if (known !== undefined) return known;
      if (!/^[\w-][\w.-]{0,99}$/.test(name)) throw new StoreError(codes.badValue, `Not a collection's name: ${name}`);
      const { lastInsertRowid: id } = sqlite
        .prepare("INSERT INTO collections (db, name) VALUES (?, ?)")
        .run([database, name]);
      sqlite.exec(`CREATE TABLE documents_${id} (row INTEGER PRIMARY KEY, body BLOB NOT NULL)`);
      const collection: Collection = { id, database, name, indexes: [] };
      collections.set(keyOf(database, name), collection);
      addIndex(sqlite, collection, { name: "_id_", key: { _id: 1 }, unique: true });
      return collection;
    },

    addIndex: (collection: Collection, wanted: IndexWanted): Index => addIndex(sqlite, collection, wanted),

    dropIndex(collection: Collection, index: Index): void {
      sqlite.exec(`DROP TABLE index_${index.id}`);
      sqlite.prepare("DELETE FROM indexes WHERE id = ?").run([index.id]);
      collection.indexes.splice(collection.indexes.indexOf(index), 1);
    },

    drop(collection: Collection): void {
      for (const index of collection.indexes) sqlite.exec(`DROP TABLE index_${index.id}`);
      sqlite.exec(`DROP TABLE documents_${collection.id}`);
      sqlite.prepare("DELETE FROM indexes WHERE collection = ?").run([collection.id]);
      sqlite.prepare("DELETE FROM collections WHERE id = ?").run([collection.id]);
      collections.delete(keyOf(collection.database, collection.name));
    },

    /** Reads the catalog anew after something that may have made or dropped a collection or index was undone. */
    reread(): void {
      collections = readCollections(sqlite);
    },
  };
}

function keyOf(database: string, name: string): string {
  return `${database}.${name}`;
}

function readCollections(sqlite: Sqlite): Map<string, Collection> {
  const indexesOf = sqlite.prepare("SELECT id, spec FROM indexes WHERE collection = ? ORDER BY id");
  const collections = sqlite.prepare("SELECT id, db, name FROM collections").all([]);
  return new Map(
    collections.map((row): [string, Collection] => {
      const [id, database, name] = [Number(row["id"]), String(row["db"]), String(row["name"])];
      const indexes = indexesOf
        .all([id])
        .map((index) => indexFrom(Number(index["id"]), JSON.parse(String(index["spec"])) as IndexWanted));
      return [keyOf(database, name), { id, database, name, indexes }];
    }),
  );
}

function addIndex(sqlite: Sqlite, collection: Collection, wanted: IndexWanted): Index {
  const { lastInsertRowid } = sqlite
    .prepare("INSERT INTO indexes (collection, name, spec) VALUES (?, ?, ?)")
    .run([collection.id, wanted.name, JSON.stringify(wanted)]);
  const index = indexFrom(lastInsertRowid, wanted);
  const primary = index.unique ? "PRIMARY KEY (key)" : "PRIMARY KEY (key, row)";
  sqlite.exec(`CREATE TABLE index_${index.id} (key BLOB NOT NULL, row INTEGER NOT NULL, ${primary}) WITHOUT ROWID`);
  collection.indexes.push(index);
  return index;
}

function prepareFile(sqlite: Sqlite): void {
  const version = Number(sqlite.prepare("PRAGMA user_version").all([])[0]?.["user_version"] ?? 0);
  if (version > layout) throw new Error(`its file has layout ${version}, this program knows ${layout}`);
  if (version === layout) return;
  // In one transaction: a start can be killed half-way.
  sqlite.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE collections (id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (db, name));
    CREATE TABLE indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, spec TEXT NOT NULL,
      UNIQUE (collection, name));
    PRAGMA user_version = ${layout};
    COMMIT;
  `);
}

const supportedOptions = new Set(["name", "key", "unique", "expireAfterSeconds", "v", "background", "ns"]);

/** @throws {StoreError} for what only a real MongoDB has, and `CannotCreateIndex` for what it has not either. */
export function checkIndex(wanted: IndexWanted): void {
  const { name, key, expireAfterSeconds } = wanted;
  const fields = Object.keys(key);
  const isNamed = fields.length > 0 && fields.every((field) => /^[^$.][^.]*(\.[^.]+)*$/.test(field)) && name !== "";
  if (!isNamed) throw new StoreError(codes.cannotCreateIndex, "An index needs a name and paths without empty steps");
  if (expireAfterSeconds !== undefined && (expireAfterSeconds < 0 || fields.length > 1 || fields[0] === "_id"))
    throw new StoreError(codes.cannotCreateIndex, "Expiry needs one path beside _id, and a time that is not negative");
  for (const direction of Object.values(wanted.key)) {
    if (direction !== 1 && direction !== -1) throw notSupported(`indexes of kind ${String(direction)}`);
  }
  for (const option of Object.keys(wanted)) {
    if (!supportedOptions.has(option)) throw notSupported(`the index option ${option}`);
  }
}

function indexFrom(id: number, { name, key, unique = false, expireAfterSeconds }: IndexWanted): Index {
  const fields = Object.keys(key);
  return {
    id,
    name,
    fields,
    key: key as Record<string, number>,
    unique,
    expireAfterSeconds: expireAfterSeconds ?? null,
  };
}
