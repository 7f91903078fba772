import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMongo, openStore, type Anything, type TestStore } from "../../../support/store.ts";

const name = "things";

/** What a MongoDB does and this store refuses, with MongoDB's code: 59 for a command, 115 for a part of one. */
const refused: readonly [string, Anything, number][] = [
  ["mapReduce", { mapReduce: name, map: "x", reduce: "x", out: { inline: 1 } }, 59],
  ["explain", { explain: { find: name } }, 59],
  ["renameCollection", { renameCollection: "a.b", to: "a.c" }, 59],
  ["a command nobody knows", { frobnicate: 1 }, 59],
  ["a transaction", { insert: name, documents: [{ a: 1 }], startTransaction: true, autocommit: false }, 115],
  ["a collation", { find: name, filter: {}, collation: { locale: "zh" } }, 115],
  ["variables", { find: name, filter: {}, let: { x: 1 } }, 115],
  ["a cursor that waits", { find: name, filter: {}, tailable: true }, 115],
  ["a capped collection", { create: "capped", capped: true, size: 1_000 }, 115],
  ["a view", { create: "view", viewOn: name, pipeline: [] }, 115],
  ["a validator", { create: "checked", validator: { a: 1 } }, 115],
  ["a change stream", { aggregate: name, pipeline: [{ $changeStream: {} }], cursor: {} }, 115],
  ["$lookup", { aggregate: name, pipeline: [{ $lookup: { from: "b" } }], cursor: {} }, 115],
  ["$facet", { aggregate: name, pipeline: [{ $facet: {} }], cursor: {} }, 115],
  ["$out", { aggregate: name, pipeline: [{ $out: "b" }], cursor: {} }, 115],
  ["$function", { aggregate: name, pipeline: [{ $project: { x: { $function: {} } } }], cursor: {} }, 115],
  ["an unknown accumulator", { aggregate: name, pipeline: [{ $group: { _id: 1, x: { $top: 1 } } }], cursor: {} }, 115],
  ["an expression in $group", { aggregate: name, pipeline: [{ $group: { _id: { $hour: "$d" } } }], cursor: {} }, 115],
  ["$where", { find: name, filter: { $where: "sleep(5000)" } }, 115],
  ["$expr", { find: name, filter: { $expr: { $eq: ["$a", 1] } } }, 115],
  ["$text", { find: name, filter: { $text: { $search: "x" } } }, 115],
  ["$near", { find: name, filter: { a: { $near: [0, 0] } } }, 115],
  ["an unknown query operator", { count: name, query: { a: { $frob: 1 } } }, 115],
  ["a text index", { createIndexes: name, indexes: [{ name: "t", key: { a: "text" } }] }, 115],
  ["a geographic index", { createIndexes: name, indexes: [{ name: "g", key: { a: "2dsphere" } }] }, 115],
  ["a hashed index", { createIndexes: name, indexes: [{ name: "h", key: { a: "hashed" } }] }, 115],
  ["a sparse index", { createIndexes: name, indexes: [{ name: "s", key: { a: 1 }, sparse: true }] }, 115],
  [
    "an index of some documents",
    { createIndexes: name, indexes: [{ name: "p", key: { a: 1 }, partialFilterExpression: { a: 1 } }] },
    115,
  ],
  ["an index on a list", { createIndexes: name, indexes: [{ name: "l", key: { list: 1 } }] }, 115],
  ["an index into a list", { createIndexes: name, indexes: [{ name: "i", key: { "parts.n": 1 } }] }, 115],
  ["a sort into a list", { find: name, sort: { "parts.n": 1 } }, 115],
  ["findAndModify with a pipeline", { findAndModify: name, query: {}, update: [{ $set: { a: 1 } }] }, 115],
];

/** Refused at its place among the changes of a command. */
const refusedChanges: readonly [string, Anything, number][] = [
  ["a pipeline", { q: {}, u: [{ $set: { a: 2 } }] }, 115],
  ["$addToSet", { q: {}, u: { $addToSet: { list: 3 } } }, 115],
  ["$bit", { q: {}, u: { $bit: { a: { and: 1 } } } }, 115],
  ["an operator nobody knows", { q: {}, u: { $frob: { a: 1 } } }, 115],
  ["array filters", { q: {}, u: { $set: { "list.$[x]": 1 } }, arrayFilters: [{ x: 1 }] }, 115],
  ["$where", { q: { $where: "true" }, u: { $set: { a: 2 } } }, 115],
  ["operators and a document in one", { q: {}, u: { $set: { a: 2 }, b: 1 } }, 2],
  ["a document in the place of many", { q: {}, u: { a: 2 }, multi: true }, 2],
];

describe.skipIf(isMongo)("the embedded store", () => {
  let store: TestStore;
  const kept = [1, 2].map((n) => ({ _id: n as never, a: n, list: [1, 2], parts: [{ n }] }));
  beforeAll(async () => {
    store = await openStore();
    await store.connection.collection(name).insertMany(kept);
  });
  afterAll(() => store.close());

  test.each(refused)("refuses %s and changes nothing", async (_title, command, code) => {
    const error: unknown = await store.command(command).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toMatch(/embedded store/);
    expect(await store.connection.collection(name).find({}).toArray()).toEqual(kept);
  });

  test.each(refusedChanges)("refuses a change with %s and changes nothing", async (_title, change, code) => {
    const done = await store.command({ update: name, updates: [change] });
    expect(done).toMatchObject({ n: 0, writeErrors: [{ index: 0, code }] });
    expect(await store.connection.collection(name).find({}).toArray()).toEqual(kept);
  });

  test("refuses a list where an index is, and keeps the index in order", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1 });
    await expect(things.insertOne({ a: [1, 2] })).rejects.toMatchObject({ code: 115 });
    await things.insertOne({ a: 1 });
    expect(await things.countDocuments({ a: 1 })).toBe(1);
  });

  test("keeps working in a collection whose first command was refused", async () => {
    const things = store.fresh();
    await expect(things.findOneAndUpdate({}, { $frob: { a: 1 } }, { upsert: true })).rejects.toThrow();
    await things.insertOne({ a: 1 });
    expect(await things.countDocuments({})).toBe(1);
  });

  test("offers no sessions, so that no driver begins a transaction", async () => {
    const inTransaction = store.connection.transaction((session) =>
      store.connection.collection(name).insertOne({ a: 3 }, { session }),
    );
    await expect(inTransaction).rejects.toThrow(/sessions/);
    expect(await store.connection.collection(name).countDocuments({})).toBe(2);
  });
});
