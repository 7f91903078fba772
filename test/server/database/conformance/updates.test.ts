import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, refusalOf, type Anything, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const before = { n: 5, text: "t", list: [1, 2, 3, 2], inner: { a: 1 }, state: "draft" };

/** A change, and what becomes of `before`. */
const changes: readonly [string, Anything, Anything][] = [
  ["$set", { $set: { text: "u", fresh: null } }, { ...before, text: "u", fresh: null }],
  ["$set inside a document", { $set: { "inner.b": 2 } }, { ...before, inner: { a: 1, b: 2 } }],
  ["$set of a whole document", { $set: { inner: { z: 0 } } }, { ...before, inner: { z: 0 } }],
  ["$set of nothing new", { $set: { n: 5 } }, before],
  ["$unset", { $unset: { text: "" } }, { n: 5, list: [1, 2, 3, 2], inner: { a: 1 }, state: "draft" }],
  ["$inc", { $inc: { n: -7 } }, { ...before, n: -2 }],
  ["$inc of what is not there", { $inc: { hits: 2 } }, { ...before, hits: 2 }],
  ["$max upwards", { $max: { n: 6 } }, { ...before, n: 6 }],
  ["$max downwards", { $max: { n: 4 } }, before],
  ["$min", { $min: { n: 4 } }, { ...before, n: 4 }],
  ["$push", { $push: { list: 9 } }, { ...before, list: [1, 2, 3, 2, 9] }],
  ["$push of several", { $push: { list: { $each: [8, 9] } } }, { ...before, list: [1, 2, 3, 2, 8, 9] }],
  ["$pull", { $pull: { list: 2 } }, { ...before, list: [1, 3] }],
  ["$setOnInsert, which does nothing here", { $setOnInsert: { n: 0 } }, before],
  ["several at once", { $set: { state: "open" }, $inc: { n: 1 } }, { ...before, state: "open", n: 6 }],
];

describe("an update", () => {
  test.each(changes)("with %s", async (_title, change, expected) => {
    const things = store.fresh();
    await things.insertOne({ ...before });
    const { matchedCount, modifiedCount } = await things.updateOne({ n: 5 }, change);
    expect(matchedCount).toBe(1);
    expect(modifiedCount).toBe(expected === before ? 0 : 1);
    expect(await things.findOne({}, { projection: { _id: 0 } })).toEqual(expected);
  });

  test("of many changes each that matches and says how many", async () => {
    const things = store.fresh();
    await things.insertMany([{ k: 1 }, { k: 1, seen: true }, { k: 2 }]);
    const { matchedCount, modifiedCount } = await things.updateMany({ k: 1 }, { $set: { seen: true } });
    expect([matchedCount, modifiedCount]).toEqual([2, 1]);
    expect(await things.countDocuments({ seen: true })).toBe(2);
  });

  test("moves a document in its indexes, so that it is found by its new value only", async () => {
    const things = store.fresh();
    await things.createIndex({ state: 1, n: 1 });
    await things.insertMany([
      { _id: 1 as never, ...before },
      { _id: 2 as never, ...before, n: 6 },
    ]);
    await things.updateOne({ state: "draft", n: 5 }, { $set: { state: "open" } });
    expect(await things.countDocuments({ state: "draft" })).toBe(1);
    expect(await things.countDocuments({ state: "open", n: { $gte: 5 } })).toBe(1);
  });

  test("by 20 at once loses no increment", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: "n" as never, n: 0 });
    await Promise.all(Array.from({ length: 20 }, () => things.updateOne({ _id: "n" as never }, { $inc: { n: 1 } })));
    expect((await things.findOne({}))?.["n"]).toBe(20);
  });

  test("cannot change an id", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: 1 as never });
    expect(await refusalOf(things.updateOne({ _id: 1 as never }, { $set: { _id: 2 } }))).not.toBeNull();
    expect(await things.findOne({})).toEqual({ _id: 1 });
  });

  test("that fails half-way through many leaves no document half changed", async () => {
    const things = store.fresh();
    await things.createIndex({ key: 1 }, { unique: true });
    await things.insertMany([
      { _id: 1 as never, key: "a", n: 0 },
      { _id: 2 as never, key: "b", n: 0 },
    ]);
    expect(await refusalOf(things.updateOne({ _id: 2 as never }, { $set: { key: "a" }, $inc: { n: 1 } }))).toBe(11_000);
    expect(await things.findOne({ _id: 2 as never })).toEqual({ _id: 2, key: "b", n: 0 });
    expect(await things.countDocuments({ key: "b" })).toBe(1);
  });
});
