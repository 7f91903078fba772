import mongoose from "mongoose";
import { checkFilter } from "./checkFilter.ts";
import { decode, decodeMembers, encode, type Plain } from "./bson.ts";
import type { Call, Command } from "./command.ts";
import { insertDocument } from "./documents.ts";
import { asStoreError, codes, isDiskFault, refuseOptions, StoreError } from "./errors.ts";
import { inSavepoint } from "./groupCommit.ts";
import { projector } from "./projection.ts";
import { applyChange, removeMatching } from "./updates.ts";

/**
 * Documents that came apart from the command as bytes, or inside it.
 *
 * @throws {StoreError} `InvalidLength` when there is none.
 */
function documentsOf({ sections, command }: Call, name: string): Buffer[] {
  const found = [...(sections.get(name) ?? ((command[name] ?? []) as Plain[]).map(encode))];
  if (found.length === 0) throw new StoreError(codes.invalidLength, `A write needs ${name}`);
  return found;
}

/**
 * Does several writes of one command; a fault is noted at its place, and ends an ordered command.
 *
 * @param write leaves nothing behind when it throws, unless the disk takes no more.
 * @throws when the disk takes no more: that ends the whole command, and everything that shares its commit.
 */
function each<Item>(
  { command }: Call,
  { items, write }: { items: readonly Item[]; write: (item: Item, place: number) => void },
): Plain[] {
  const faults: Plain[] = [];
  for (const [index, item] of items.entries()) {
    try {
      write(item, index);
    } catch (error) {
      if (isDiskFault(error)) throw error;
      const { code, message, details } = asStoreError(error);
      faults.push({ index, code, errmsg: message, ...details });
      if (command["ordered"] !== false) break;
    }
  }
  return faults;
}

const insert: Command = (engine, call) => {
  const bodies = documentsOf(call, "documents");
  return engine.commits.write(() => {
    const collection = engine.catalog.need(call.database, call.name);
    let n = 0;
    const writeErrors = each(call, {
      items: bodies,
      write: (body) => {
        insertDocument(engine.sqlite, collection, withId(body));
        n += 1;
      },
    });
    return { document: { n, ...(writeErrors.length > 0 && { writeErrors }), ok: 1 } };
  });
};

const idMember = new Set(["_id"]);

function withId(body: Buffer): Buffer {
  if (decodeMembers(body, idMember)["_id"] !== undefined) return body;
  return encode({ _id: new mongoose.mongo.BSON.ObjectId(), ...decode(body) });
}

const update: Command = (engine, call) => {
  const changes = documentsOf(call, "updates").map(decode);
  return engine.commits.write(() => {
    const collection = engine.catalog.need(call.database, call.name);
    const upserted: Plain[] = [];
    let [n, nModified] = [0, 0];
    const writeErrors = each(call, {
      items: changes,
      write: ({ q, u, multi, upsert, ...options }, index) => {
        refuseOptions(options);
        checkFilter(q);
        const change = {
          wanted: { filter: q as Plain },
          change: u as Plain,
          multi: multi === true,
          upsert: upsert === true,
        };
        const done = inSavepoint(engine.sqlite, () => applyChange(engine.sqlite, collection, change));
        n += done.matched;
        nModified += done.modified;
        if (done.upsertedId === undefined) return;
        n += 1;
        upserted.push({ index, _id: done.upsertedId });
      },
    });
    return {
      document: {
        n,
        nModified,
        ...(upserted.length > 0 && { upserted }),
        ...(writeErrors.length > 0 && { writeErrors }),
        ok: 1,
      },
    };
  });
};

const remove: Command = (engine, call) => {
  const removals = documentsOf(call, "deletes").map(decode);
  return engine.commits.write(() => {
    const collection = engine.catalog.need(call.database, call.name);
    let n = 0;
    const writeErrors = each(call, {
      items: removals,
      write: ({ q, limit, ...options }) => {
        refuseOptions(options);
        checkFilter(q);
        if (limit !== 0 && limit !== 1) throw new StoreError(codes.failedToParse, "limit has to be 0 or 1");
        const wanted = { filter: q as Plain, limit };
        n += inSavepoint(engine.sqlite, () => removeMatching(engine.sqlite, collection, wanted).length);
      },
    });
    return { document: { n, ...(writeErrors.length > 0 && { writeErrors }), ok: 1 } };
  });
};

const findAndModify: Command = ({ sqlite, catalog, commits }, { command, database, name }) =>
  commits.write(() => {
    const collection = catalog.need(database, name);
    const filter = (command["query"] ?? {}) as Plain;
    const wanted = { filter, sort: (command["sort"] ?? {}) as Record<string, number>, limit: 1 };
    const project = projector(command["fields"] as Plain | undefined);
    const shown = (document: Plain | null): Plain | null =>
      document === null ? null : decode(project(encode(document)));
    if (command["remove"] === true) {
      const [removed] = removeMatching(sqlite, collection, wanted);
      const value = removed === undefined ? null : shown(decode(removed.body));
      return { document: { lastErrorObject: { n: removed === undefined ? 0 : 1 }, value, ok: 1 } };
    }
    const done = applyChange(sqlite, collection, {
      wanted,
      change: command["update"] as Plain,
      multi: false,
      upsert: command["upsert"] === true,
    });
    const upserted = done.upsertedId === undefined ? {} : { upserted: done.upsertedId };
    const lastErrorObject = { n: done.after === null ? 0 : 1, updatedExisting: done.matched > 0, ...upserted };
    return { document: { lastErrorObject, value: shown(command["new"] === true ? done.after : done.before), ok: 1 } };
  });

/** Commands that write documents. Each answers when its transaction is on disk. */
export const writeCommands: Readonly<Record<string, Command>> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};
