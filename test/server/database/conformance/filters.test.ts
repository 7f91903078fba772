import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Anything, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const day = (n: number): Date => new Date(Date.UTC(2020, 0, n));
const objectId = new mongoose.mongo.BSON.ObjectId("5e32e0000000000000000000");

/** Every kind of value that our filters meet, under `v`, and none at all. */
const kept: Anything[] = [
  { _id: 0, v: 0, w: "x" },
  { _id: 1, v: 1, w: "y" },
  { _id: 2, v: 2.5, w: "x" },
  { _id: 3, v: -3, w: "y" },
  { _id: 4, v: "apple", w: "x" },
  { _id: 5, v: "苹果", w: "y" },
  { _id: 6, v: "a.p", w: "x" },
  { _id: 7, v: "", w: "y" },
  { _id: 8, v: true, w: "x" },
  { _id: 9, v: false, w: "y" },
  { _id: 10, v: null, w: "x" },
  { _id: 11, w: "y" },
  { _id: 12, v: day(30), w: "x" },
  { _id: 13, v: day(31), w: "y" },
  { _id: 14, v: objectId, w: "x" },
  { _id: 15, v: 1, w: "x" },
];

/** A filter and the ids it finds. What MongoDB's manual says is the reference: comparison stays within a type. */
const cases: readonly [string, Anything, readonly number[]][] = [
  ["everything", {}, kept.map(({ _id }) => _id as number)],
  ["a number", { v: 1 }, [1, 15]],
  ["a text", { v: "苹果" }, [5]],
  ["an empty text", { v: "" }, [7]],
  ["a truth", { v: true }, [8]],
  ["an id", { v: objectId }, [14]],
  ["a day", { v: day(30) }, [12]],
  ["null or nothing", { v: null }, [10, 11]],
  ["$eq", { v: { $eq: 2.5 } }, [2]],
  ["$ne", { v: { $ne: 1 } }, [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ["$gt of numbers", { v: { $gt: 0 } }, [1, 2, 15]],
  ["$gte of numbers", { v: { $gte: 0 } }, [0, 1, 2, 15]],
  ["$lt of numbers", { v: { $lt: 1 } }, [0, 3]],
  ["$lte of numbers", { v: { $lte: 1 } }, [0, 1, 3, 15]],
  ["$gt of texts", { v: { $gt: "a.p" } }, [4, 5]],
  ["$lt of days", { v: { $lt: day(31) } }, [12]],
  ["a stretch", { v: { $gt: -3, $lte: 1 } }, [0, 1, 15]],
  ["an empty stretch", { v: { $gt: 5, $lt: 4 } }, []],
  ["$in", { v: { $in: [1, "apple", day(31)] } }, [1, 4, 13, 15]],
  ["$in that names a value twice", { v: { $in: [1, 1, "apple"] } }, [1, 4, 15]],
  ["$in with null", { v: { $in: [null, 0] } }, [0, 10, 11]],
  ["$in of nothing", { v: { $in: [] } }, []],
  ["$nin", { v: { $nin: [1, null, "apple"] } }, [0, 2, 3, 5, 6, 7, 8, 9, 12, 13, 14]],
  ["$in with $eq", { v: { $eq: 1, $in: [0, 1] } }, [1, 15]],
  ["$in with $gt", { v: { $in: [0, 1, 2.5], $gt: 0 } }, [1, 2, 15]],
  ["two lower bounds", { v: { $gt: 0, $gte: 2 } }, [2]],
  ["$exists", { v: { $exists: false } }, [11]],
  ["$type", { v: { $type: "string" } }, [4, 5, 6, 7]],
  ["$regex", { v: { $regex: "^a" } }, [4, 6]],
  ["$regex with a point taken literally", { v: { $regex: "a\\.p" } }, [6]],
  ["$regex without regard to case", { v: { $regex: "APPLE", $options: "i" } }, [4]],
  ["$not", { v: { $not: { $gt: 0 } } }, [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ["two fields", { v: 1, w: "x" }, [15]],
  ["$and", { $and: [{ v: { $gte: 0 } }, { w: "x" }] }, [0, 2, 15]],
  ["$and that contradicts a field", { v: 1, $and: [{ v: 0 }] }, []],
  ["$or", { $or: [{ v: 0 }, { v: "apple" }] }, [0, 4]],
  ["$or beside a field", { w: "y", $or: [{ v: 1 }, { v: "apple" }] }, [1]],
  ["$nor", { w: "x", $nor: [{ v: 1 }, { v: "apple" }, { v: null }] }, [0, 2, 6, 8, 12, 14]],
];

describe.each([
  ["without an index", []],
  ["with an index on the field", [{ v: 1 }]],
  ["with an index on both fields", [{ w: 1, v: -1 }]],
] as const)("a filter %s", (_title, indexes) => {
  let things: ReturnType<TestStore["fresh"]>;
  beforeAll(async () => {
    things = store.fresh();
    for (const index of indexes) await things.createIndex({ ...index });
    await things.insertMany(kept);
  });

  test.each(cases)("finds and counts by %s", async (_name, filter, ids) => {
    const found = await things.find(filter).toArray();
    expect(found.map(({ _id }) => Number(_id)).sort((one, other) => one - other)).toEqual(ids);
    expect(await things.countDocuments(filter)).toBe(ids.length);
  });
});

describe("a path into a document", () => {
  test("finds what stands there, by equality, comparison and pattern", async () => {
    const things = store.fresh();
    await things.insertMany([
      { _id: 1 as never, answers: { age: "30", grid: { row: 2 } } },
      { _id: 2 as never, answers: { age: "40" } },
      { _id: 3 as never, answers: null },
    ]);
    const ids = async (filter: Anything) => (await things.find(filter).toArray()).map(({ _id }) => Number(_id));
    expect(await ids({ "answers.age": "40" })).toEqual([2]);
    expect(await ids({ "answers.grid.row": { $gte: 2 } })).toEqual([1]);
    expect(await ids({ "answers.age": { $regex: "0$" } })).toEqual([1, 2]);
    expect(await ids({ "answers.grid": null })).toEqual([2, 3]);
    expect(await ids({ answers: { age: "40" } })).toEqual([2]);
  });
});

describe("a list", () => {
  test("is found by one of its items, by all of them, by its length, and by conditions on one item", async () => {
    const things = store.fresh();
    await things.insertMany([
      {
        _id: 1 as never,
        list: ["a", "b"],
        parts: [
          { n: 1, k: "x" },
          { n: 5, k: "y" },
        ],
      },
      { _id: 2 as never, list: ["b"], parts: [{ n: 5, k: "x" }] },
      { _id: 3 as never, list: [] },
    ]);
    const ids = async (filter: Anything) => (await things.find(filter).toArray()).map(({ _id }) => Number(_id));
    expect(await ids({ list: "b" })).toEqual([1, 2]);
    expect(await ids({ list: { $all: ["a", "b"] } })).toEqual([1]);
    expect(await ids({ list: ["b"] })).toEqual([2]);
    expect(await ids({ list: { $size: 0 } })).toEqual([3]);
    expect(await ids({ parts: { $elemMatch: { n: { $gt: 2 }, k: "x" } } })).toEqual([2]);
  });
});

describe("distinct", () => {
  test("gives each value once, the items of lists one by one", async () => {
    const things = store.fresh();
    await things.insertMany([{ v: "a", k: 1 }, { v: ["a", "b"], k: 1 }, { v: "c", k: 2 }, { k: 1 }]);
    expect((await things.distinct("v")).sort()).toEqual(["a", "b", "c"]);
    expect((await things.distinct("v", { k: 1 })).sort()).toEqual(["a", "b"]);
  });
});
