import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, refusalOf, type Anything, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const kept = [{ _id: 1, n: 5, text: "t", list: [1, 2], inner: { a: 1 } }, { _id: 2 }];

/** Each is sent to a collection of `kept`. Every MongoDB refuses it. */
const filters: readonly [string, unknown][] = [
  ["$and of nothing", { $and: [] }],
  ["$or of no filters", { $or: [5] }],
  ["$in of no list", { n: { $in: 5 } }],
  ["$in of an operator", { n: { $in: [{ $gt: 1 }] } }],
  ["$all of no list", { list: { $all: 1 } }],
  ["$not of a value", { n: { $not: 5 } }],
  ["$not of nothing", { n: { $not: {} } }],
  ["$regex of a number", { text: { $regex: 5 } }],
  ["$regex that is none", { text: { $regex: "(" } }],
  ["$gt of a pattern", { text: { $gt: /a/ } }],
  ["$ne of a pattern", { text: { $ne: /a/ } }],
  ["$type of no type", { n: { $type: "frob" } }],
  ["$size of less than nothing", { list: { $size: -1 } }],
  ["$size of a text", { list: { $size: "a" } }],
  ["$elemMatch of a value", { list: { $elemMatch: 1 } }],
  ["$mod without a remainder", { n: { $mod: [2] } }],
  ["a list of wrong operators inside $not", { n: { $not: { $in: 5 } } }],
  ["a number in the place of a filter", 5],
];

const questions: readonly [string, Anything][] = [
  ["a sort by 2", { find: "things", sort: { n: 2 } }],
  ["a sort by a text", { find: "things", sort: { n: "a" } }],
  ["a sort by no path", { find: "things", sort: { "": 1 } }],
  ["skip below 0", { find: "things", skip: -1 }],
  ["a limit below 0", { find: "things", limit: -1 }],
  ["a batch below 0", { find: "things", batchSize: -1 }],
  ["a count that skips below 0", { count: "things", query: {}, skip: -1 }],
  ["distinct without a path", { distinct: "things", key: "" }],
  ["distinct by a number", { distinct: "things", key: 5 }],
];

const pipelines: readonly [string, Anything][] = [
  ["two stages in one", { $match: {}, $limit: 1 }],
  ["no stage", {}],
  ["$group without _id", { $group: { n: { $sum: 1 } } }],
  ["$group by a number", { $group: 5 }],
  ["$group of a value", { $group: { _id: 1, n: 5 } }],
  ["$group into a path", { $group: { _id: 1, "a.b": { $sum: 1 } } }],
  ["two accumulators in one", { $group: { _id: 1, n: { $sum: 1, $avg: "$n" } } }],
  ["$limit of 0", { $limit: 0 }],
  ["$skip below 0", { $skip: -1 }],
  ["$project of nothing", { $project: {} }],
  ["$count into no name", { $count: "" }],
  ["$unwind of no path", { $unwind: "list" }],
  ["$sort by 2", { $sort: { n: 2 } }],
  ["$addFields of a number", { $addFields: 5 }],
  ["$match of a number", { $match: 5 }],
];

const changes: readonly [string, Anything, Anything?][] = [
  ["$inc of a text", { $inc: { text: 1 } }],
  ["$inc by a text", { $inc: { n: "1" } }],
  ["$push onto a number", { $push: { n: 1 } }],
  ["$pull from a number", { $pull: { n: 1 } }],
  ["$push of each of a number", { $push: { list: { $each: 1 } } }],
  ["$push with a clause nobody knows", { $push: { list: { $each: [1], $frob: 1 } } }],
  ["$set through a number", { $set: { "n.a": 1 } }],
  ["$set through a list by name", { $set: { "list.a": 1 } }],
  ["$set of no path", { $set: { "": 1 } }],
  ["$set of a path with an empty step", { $set: { "inner..a": 1 } }],
  ["$set of a path that ends in a point", { $set: { "inner.": 1 } }],
  ["$set of a path that begins with $", { $set: { $a: 1 } }],
  ["$set of a number", { $set: 5 }],
  ["one path changed twice", { $set: { n: 1 }, $inc: { n: 1 } }],
  ["a path and one inside it", { $set: { inner: {}, "inner.a": 1 } }],
  ["another _id", { $set: { _id: 9 } }],
  ["an upsert that is two values at once", { $set: { a: 1 } }, { q: { $and: [{ z: 1 }, { z: 2 }] }, upsert: true }],
  ["a filter that is none", { $set: { a: 1 } }, { q: { n: { $in: 5 } } }],
];

const indexes: readonly [string, Anything][] = [
  ["of no path", { key: {} }],
  ["of an empty path", { key: { "": 1 } }],
  ["of a path with an empty step", { key: { "a..b": 1 } }],
  ["of a path that begins with $", { key: { $a: 1 } }],
  ["without a name", { key: { a: 1 }, name: "" }],
  ["with a time that is negative", { key: { a: 1 }, expireAfterSeconds: -1 }],
  ["with a time for two fields", { key: { a: 1, b: 1 }, expireAfterSeconds: 1 }],
  ["with a time for _id", { key: { _id: 1 }, name: "i", expireAfterSeconds: 1 }],
];

const writes: readonly [string, Anything][] = [
  ["an insert of nothing", { insert: "things", documents: [] }],
  ["an update of nothing", { update: "things", updates: [] }],
  ["a delete of nothing", { delete: "things", deletes: [] }],
  ["a delete of two", { delete: "things", deletes: [{ q: {}, limit: 2 }] }],
  ["a delete that does not say how many", { delete: "things", deletes: [{ q: {} }] }],
  ["a removal that changes", { findAndModify: "things", query: {}, remove: true, update: { $set: { a: 1 } } }],
  ["a removal that adds", { findAndModify: "things", query: {}, remove: true, upsert: true }],
  ["a removal that gives what comes after", { findAndModify: "things", query: {}, remove: true, new: true }],
  ["neither a removal nor a change", { findAndModify: "things", query: {} }],
  ["a collection that begins with a point", { insert: ".things", documents: [{ _id: 3 }] }],
  ["a document above 16 MiB", { insert: "things", documents: [{ _id: 3, text: "x".repeat(16 * 1024 * 1024) }] }],
];

const all: readonly [string, Anything][] = [
  ...filters.map(([title, filter]): [string, Anything] => [`a filter with ${title}`, { find: "things", filter }]),
  ...questions,
  ...pipelines.map(([title, stage]): [string, Anything] => [
    `a pipeline with ${title}`,
    { aggregate: "things", pipeline: [stage], cursor: {} },
  ]),
  ...changes.map(([title, u, more]): [string, Anything] => [
    `a change with ${title}`,
    { update: "things", updates: [{ q: { _id: 1 }, u, ...more }] },
  ]),
  ...indexes.map(([title, index]): [string, Anything] => [
    `an index ${title}`,
    { createIndexes: "things", indexes: [{ name: "i", ...index }] },
  ]),
  ...writes,
];

describe("a malformed command", () => {
  test.each(all)("is refused and changes nothing: %s", async (_title, command) => {
    const things = store.fresh();
    await things.insertMany(kept as never[]);
    expect(await refusal(sentTo(things.collectionName, command))).not.toBeNull();
    expect(await things.find({}).toArray()).toEqual(kept);
    expect(await things.indexes()).toHaveLength(1);
  });
});

/** A command to `things`, to another collection. */
function sentTo(name: string, command: Anything): Anything {
  return Object.fromEntries(Object.entries(command).map(([key, value]) => [key, value === "things" ? name : value]));
}

/** The code of a refusal, of the whole command or of its one write; `null` when all was done. */
async function refusal(command: Anything): Promise<number | null> {
  let writeError: number | null = null;
  const whole = await refusalOf(
    store.command(command).then(({ writeErrors }) => {
      writeError = (writeErrors as { code: number }[] | undefined)?.[0]?.code ?? null;
    }),
  );
  return whole ?? writeError;
}

describe("an index", () => {
  test("of the same fields under another name is refused", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1 }, { name: "one" });
    expect(await refusalOf(things.createIndex({ a: 1 }, { name: "other" }))).not.toBeNull();
    expect(await things.indexes()).toHaveLength(2);
  });
});
