import { update as applyOperators } from "mingo/updater";
import mongoose from "mongoose";
import { decode, encode, isOperators, type Plain } from "./bson.ts";
import type { Collection } from "./catalog.ts";
import { checkChange, checkPlaces } from "./checkChange.ts";
import { insertDocument, removeDocument, replaceDocument, type Kept } from "./documents.ts";
import { codes, StoreError } from "./errors.ts";
import { queryOptions, scan, type Wanted } from "./scan.ts";
import type { Sqlite } from "./sqlite.ts";

/** One change as a client words it. */
export interface Change {
  readonly wanted: Wanted;
  readonly change: Plain;
  readonly multi: boolean;
  readonly upsert: boolean;
}

/** What a change did. */
export interface Changed {
  matched: number;
  modified: number;
  upsertedId: unknown;
  /** The first document that matched, before and after. */
  before: Plain | null;
  after: Plain | null;
}

/**
 * Changes what a filter describes, or adds it.
 *
 * @throws {StoreError} for operators that are not supported, a changed `_id`, or a unique key that is taken.
 */
export function applyChange(
  sqlite: Sqlite,
  collection: Collection,
  { wanted, change, multi, upsert }: Change,
): Changed {
  const hasOperators = checkChange(change, multi);
  const found = [...scan(sqlite, collection, multi ? wanted : { ...wanted, limit: 1 })].flat();
  const done: Changed = { matched: found.length, modified: 0, upsertedId: undefined, before: null, after: null };
  for (const kept of found) {
    const before = decode(kept.body);
    const after = hasOperators ? operated(before, change) : { _id: before["_id"], ...change };
    done.before ??= before;
    done.after ??= after;
    if (encode(after).equals(encode(before))) continue;
    replaceDocument(sqlite, collection, { kept, document: after });
    done.modified += 1;
  }
  if (found.length === 0 && upsert) {
    const { _id: fixedId, ...fixed } = fixedBy(wanted.filter);
    const { _id: givenId, ...insertions } = insertionsOf(change, fixedId);
    const _id = fixedId ?? givenId ?? new mongoose.mongo.BSON.ObjectId();
    const document = hasOperators
      ? { _id, ...operated(operated({}, { $set: fixed }), withInsertions(change, insertions)) }
      : { _id, ...change };
    insertDocument(sqlite, collection, encode(document));
    done.upsertedId = document._id;
    done.after = document;
  }
  return done;
}

/** Removes what a filter describes: all of it, or the first. Gives what was removed. */
export function removeMatching(sqlite: Sqlite, collection: Collection, wanted: Wanted): Kept[] {
  const found = [...scan(sqlite, collection, wanted)].flat();
  for (const kept of found) removeDocument(sqlite, collection, kept);
  return found;
}

function operated(document: Plain, { $setOnInsert: _onInsert, ...change }: Plain): Plain {
  checkPlaces(document, change);
  // mingo changes what it is given, and the caller still needs the document as it was.
  const target = decode(encode(document));
  applyOperators(target as never, change as never, [], undefined, { cloneMode: "deep", queryOptions });
  return target;
}

/**
 * What is set on insertion alone; an `_id` among it names the document.
 *
 * @throws {StoreError} `ImmutableField` when the filter has fixed another.
 */
function insertionsOf({ $setOnInsert: onInsert = {} }: Plain, fixedId: unknown): Plain {
  const { _id } = onInsert as Plain;
  if (_id !== undefined && fixedId !== undefined && !encode({ _id }).equals(encode({ _id: fixedId })))
    throw new StoreError(codes.immutableField, "$setOnInsert has another '_id' than the filter of the upsert");
  return onInsert as Plain;
}

function withInsertions({ $setOnInsert: _onInsert, ...change }: Plain, insertions: Plain): Plain {
  return { ...change, $set: { ...(change["$set"] as Plain | undefined), ...insertions } };
}

/**
 * The paths that a filter fixes to one value, with it: what an upsert begins with.
 *
 * @throws {StoreError} `NotSingleValueField` when one is fixed twice.
 */
function fixedBy(filter: Plain, fixed: Plain = {}): Plain {
  for (const [path, wanted] of Object.entries(filter)) {
    if (path === "$and") for (const part of wanted as Plain[]) fixedBy(part, fixed);
    else if (!path.startsWith("$")) {
      const value = isOperators(wanted) ? wanted["$eq"] : wanted;
      if (value === undefined) continue;
      if (Object.hasOwn(fixed, path))
        throw new StoreError(codes.notSingleValueField, `The filter of an upsert names '${path}' twice`);
      fixed[path] = value;
    }
  }
  return fixed;
}
