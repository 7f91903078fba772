import { encode, type Plain } from "./bson.ts";
import { checkIndex, type Collection, type Index, type IndexWanted } from "./catalog.ts";
import type { Call, Command, Engine } from "./command.ts";
import { decode } from "./bson.ts";
import { addEntry } from "./documents.ts";
import { codes, StoreError } from "./errors.ts";
import { scan } from "./scan.ts";

const createIndexes: Command = async ({ sqlite, catalog, commits }, { command, database, name }) => {
  const wanted = command["indexes"] as IndexWanted[];
  if (wanted.length === 0) throw new StoreError(codes.badValue, "There is no index among the indexes");
  wanted.forEach(checkIndex);
  return commits.write(() => {
    const collection = catalog.need(database, name);
    const before = collection.indexes.length;
    for (const index of wanted) {
      if (isThere(collection, index)) continue;
      const made = catalog.addIndex(collection, index);
      for (const found of scan(sqlite, collection, { filter: {} })) {
        for (const { row, body } of found) addEntry(sqlite, collection, { index: made, document: decode(body), row });
      }
    }
    return { document: { numIndexesBefore: before, numIndexesAfter: collection.indexes.length, ok: 1 } };
  });
};

/** @throws {StoreError} when an index of this name or these fields is there and promises something else. */
function isThere(collection: Collection, wanted: IndexWanted): boolean {
  const key = JSON.stringify(wanted.key);
  const same = collection.indexes.find((index) => index.name === wanted.name || JSON.stringify(index.key) === key);
  if (same === undefined) return false;
  const agrees =
    JSON.stringify(same.key) === key &&
    (same.name === wanted.name || same.name === "_id_") &&
    (same.unique || same.name === "_id_") === (wanted.unique === true || same.name === "_id_") &&
    same.expireAfterSeconds === (wanted.expireAfterSeconds ?? null);
  if (agrees) return true;
  throw new StoreError(codes.indexOptionsConflict, `An index like ${wanted.name} exists already with other options`);
}

const listIndexes: Command = ({ catalog }, { database, name }) => {
  const collection = catalog.find(database, name);
  if (collection === undefined) throw new StoreError([26, "NamespaceNotFound"], `There is no collection ${name}`);
  return listed(`${database}.${name}`, collection.indexes.map(described));
};

function described({ name, key, unique, expireAfterSeconds }: Index): Plain {
  return {
    v: 2,
    key,
    name,
    ...(unique && name !== "_id_" && { unique: true }),
    ...(expireAfterSeconds !== null && { expireAfterSeconds }),
  };
}

const dropIndexes: Command = ({ catalog, commits }, { command, database, name }) =>
  commits.write(() => {
    const collection = catalog.find(database, name);
    const wanted = command["index"];
    const dropped = (collection?.indexes ?? []).filter(
      (index) => index.name !== "_id_" && (wanted === "*" || index.name === wanted),
    );
    if (wanted !== "*" && dropped.length === 0)
      throw new StoreError([27, "IndexNotFound"], `There is no index ${String(wanted)}`);
    for (const index of dropped) if (collection !== undefined) catalog.dropIndex(collection, index);
    return { document: { ok: 1 } };
  });

const create: Command = ({ catalog, commits }, { database, name }) =>
  commits.write(() => {
    catalog.need(database, name);
    return { document: { ok: 1 } };
  });

const drop: Command = (engine, call) =>
  dropAll(engine, (collection) => collection.database === call.database && collection.name === call.name);
const dropDatabase: Command = (engine, { database }) =>
  dropAll(engine, (collection) => collection.database === database);

function dropAll({ catalog, commits }: Engine, isMeant: (collection: Collection) => boolean) {
  return commits.write(() => {
    for (const collection of catalog.all().filter(isMeant)) catalog.drop(collection);
    return { document: { ok: 1 } };
  });
}

const listCollections: Command = ({ catalog }, { command, database }: Call) => {
  const named = (command["filter"] as Plain | undefined)?.["name"];
  const shown = catalog
    .all()
    .filter((collection) => collection.database === database && (named === undefined || collection.name === named));
  return listed(
    `${database}.$cmd.listCollections`,
    shown.map(({ name }) => ({ name, type: "collection", options: {}, info: { readOnly: false } })),
  );
};

const listDatabases: Command = ({ catalog }) => {
  const names = [...new Set(catalog.all().map(({ database }) => database))];
  return { document: { databases: names.map((name) => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0, ok: 1 } };
};

function listed(namespace: string, documents: readonly Plain[]) {
  return { batch: { id: 0n, namespace, batchName: "firstBatch" as const, documents: documents.map(encode) } };
}

/** Commands about collections and indexes. */
export const catalogCommands: Readonly<Record<string, Command>> = {
  createIndexes,
  listIndexes,
  dropIndexes,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
};
