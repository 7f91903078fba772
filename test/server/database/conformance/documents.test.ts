import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, refusalOf, type TestStore } from "../../../support/store.ts";

const { ObjectId, Binary, Long, Decimal128 } = mongoose.mongo.BSON;

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe("a document", () => {
  test("comes back as it was written, every type of it and its members in their order", async () => {
    const things = store.fresh();
    const written = {
      _id: new ObjectId(),
      text: "定心 \u{1F9E3} e\u0301",
      empty: "",
      whole: 42,
      negative: -1,
      fraction: 0.1,
      large: 9_007_199_254_740_991,
      yes: true,
      no: false,
      nothing: null,
      when: new Date("2020-01-30T23:59:59.999Z"),
      list: [1, "two", null, [3], { four: 4 }],
      inner: { b: 1, a: { deep: ["x"] } },
      bytes: new Binary(Buffer.from([0, 255, 1])),
    };
    await things.insertOne(written);
    const found = await things.findOne({ _id: written._id });
    expect(found).toEqual(written);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(written));
    expect(Object.keys((found as typeof written).inner)).toEqual(["b", "a"]);
  });

  test("keeps numbers that JavaScript has no type for", async () => {
    const things = store.fresh();
    await things.insertOne({
      _id: "n" as never,
      long: Long.fromString("9007199254740993"),
      decimal: Decimal128.fromString("0.10"),
    });
    const found = await things.findOne({ _id: "n" as never }, { promoteLongs: false });
    expect(String(found?.["long"])).toBe("9007199254740993");
    expect(String(found?.["decimal"])).toBe("0.10");
  });

  test("gets an id when it brings none", async () => {
    const things = store.fresh();
    const { insertedId } = await things.insertOne({ a: 1 });
    expect(insertedId).toBeInstanceOf(ObjectId);
    expect(await things.findOne({ _id: insertedId })).toEqual({ _id: insertedId, a: 1 });
  });

  test("of a megabyte is kept whole", async () => {
    const things = store.fresh();
    const text = "问".repeat(400_000);
    await things.insertOne({ _id: 1 as never, text });
    expect((await things.findOne({}))?.["text"]).toBe(text);
  });

  test("is not there under an id nobody has used", async () => {
    const things = store.fresh();
    expect(await things.findOne({ _id: "nobody" as never })).toBeNull();
    expect(await things.countDocuments({})).toBe(0);
    expect(await things.find({}).toArray()).toEqual([]);
  });
});

describe("insertMany", () => {
  const two = [{ _id: 1 as never }, { _id: 2 as never }];

  test("keeps all and says how many", async () => {
    const things = store.fresh();
    const { insertedCount } = await things.insertMany(Array.from({ length: 2_500 }, (_, n) => ({ _id: n as never })));
    expect(insertedCount).toBe(2_500);
    expect(await things.countDocuments({})).toBe(2_500);
  });

  test("in order ends at the first that is there already", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: 2 as never });
    expect(await refusalOf(things.insertMany([...two, { _id: 3 as never }]))).toBe(11_000);
    expect((await things.find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => Number(_id))).toEqual([1, 2]);
  });

  test("in no order keeps the others and names each that is there already by its place", async () => {
    const things = store.fresh();
    await things.insertMany([{ _id: 1 as never }, { _id: 3 as never }]);
    const all = [1, 2, 3, 4].map((n) => ({ _id: n as never }));
    const error: unknown = await things.insertMany(all, { ordered: false }).catch((reason: unknown) => reason);
    const { writeErrors, insertedCount } = error as mongoose.mongo.MongoBulkWriteError;
    expect([writeErrors].flat().map(({ index, code }) => [index, code])).toEqual([
      [0, 11_000],
      [2, 11_000],
    ]);
    expect(insertedCount).toBe(2);
    expect(await things.countDocuments({})).toBe(4);
  });
});

describe("deleting", () => {
  test("one takes one, many take all that match, and both say how many", async () => {
    const things = store.fresh();
    await things.insertMany(["a", "a", "a", "b"].map((kind) => ({ kind })));
    expect((await things.deleteOne({ kind: "a" })).deletedCount).toBe(1);
    expect((await things.deleteMany({ kind: "a" })).deletedCount).toBe(2);
    expect((await things.deleteMany({ kind: "a" })).deletedCount).toBe(0);
    expect(await things.countDocuments({})).toBe(1);
  });

  test("makes room for the same unique key again", async () => {
    const things = store.fresh();
    await things.createIndex({ key: 1 }, { unique: true });
    await things.insertOne({ key: "k" });
    await things.deleteOne({ key: "k" });
    await things.insertOne({ key: "k" });
    expect(await things.countDocuments({ key: "k" })).toBe(1);
  });
});

describe("replacing", () => {
  test("puts the new content in the place of the old, under the old id", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: 1 as never, a: 1, b: 2 });
    const { matchedCount, modifiedCount } = await things.replaceOne({ a: 1 }, { c: 3 });
    expect([matchedCount, modifiedCount]).toEqual([1, 1]);
    expect(await things.findOne({})).toEqual({ _id: 1, c: 3 });
  });

  test("with upsert takes nothing but the id from the filter", async () => {
    const things = store.fresh();
    await things.replaceOne({ _id: 7 as never, kind: "old" }, { a: 1 }, { upsert: true });
    expect(await things.findOne({})).toEqual({ _id: 7, a: 1 });
  });
});

describe("an upsert", () => {
  test("adds what the filter fixes and what the change sets, once", async () => {
    const things = store.fresh();
    const upsert = () =>
      things.updateOne(
        { study: "s", number: { $eq: 1 }, "inner.part": "p" },
        { $setOnInsert: { made: true }, $set: { title: "t" } },
        { upsert: true },
      );
    const first = await upsert();
    expect([first.upsertedCount, first.matchedCount]).toEqual([1, 0]);
    const second = await upsert();
    expect([second.upsertedCount, second.matchedCount, second.modifiedCount]).toEqual([0, 1, 0]);
    expect(await things.findOne({}, { projection: { _id: 0 } })).toEqual({
      study: "s",
      number: 1,
      inner: { part: "p" },
      made: true,
      title: "t",
    });
  });

  test("leaves $setOnInsert aside when the document is there", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: "a" as never, value: "first" });
    await things.updateOne({ _id: "a" as never }, { $setOnInsert: { value: "second" } }, { upsert: true });
    expect(await things.findOne({})).toEqual({ _id: "a", value: "first" });
  });

  test("has the id that $setOnInsert gives it, which may not be another than the filter's", async () => {
    const things = store.fresh();
    const setOnInsert = (change: object) => ({ $setOnInsert: { ...change, made: true } });
    const { upsertedId } = await things.updateOne({ a: 1 }, setOnInsert({ _id: "given" }), { upsert: true });
    expect(upsertedId).toBe("given");
    await things.updateOne({ a: 1 }, setOnInsert({ _id: "another" }), { upsert: true });
    await things.updateOne({ _id: "b" as never }, setOnInsert({ _id: "b" }), { upsert: true });
    const differs = things.updateOne({ _id: "c" as never }, setOnInsert({ _id: "d" }), { upsert: true });
    expect(await refusalOf(differs)).toBe(66);
    expect(await things.find({}).sort({ _id: 1 }).toArray()).toEqual([
      { _id: "b", made: true },
      { _id: "given", a: 1, made: true },
    ]);
  });

  test("by 20 at once on one id adds one, and tells exactly one that it was new", async () => {
    const things = store.fresh();
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        things.updateOne({ _id: "one" as never }, { $setOnInsert: { by: n } }, { upsert: true }),
      ),
    );
    expect(done.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1);
    expect(await things.countDocuments({})).toBe(1);
  });
});

describe("findOneAndUpdate", () => {
  test("gives the document before or after the change, as asked", async () => {
    const things = store.fresh();
    await things.insertOne({ _id: 1 as never, n: 1 });
    expect(await things.findOneAndUpdate({ _id: 1 as never }, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    const after = await things.findOneAndUpdate({ _id: 1 as never }, { $inc: { n: 1 } }, { returnDocument: "after" });
    expect(after).toEqual({ _id: 1, n: 3 });
    expect(await things.findOneAndUpdate({ _id: 2 as never }, { $inc: { n: 1 } })).toBeNull();
  });

  test("takes the first by the order asked for", async () => {
    const things = store.fresh();
    await things.insertMany([{ rank: 2 }, { rank: 1 }, { rank: 3 }]);
    const taken = await things.findOneAndDelete({}, { sort: { rank: 1 } });
    expect(taken?.["rank"]).toBe(1);
  });
});

describe("a Mongoose model", () => {
  test("creates, finds, changes and removes as with any MongoDB", async () => {
    const schema = new mongoose.Schema({ _id: String, title: { type: String, required: true }, tags: [String] });
    const Book = store.connection.model("Book", schema);
    await Book.create({ _id: "a", title: "一" }, { _id: "b", title: "二", tags: ["x"] });
    expect(await Book.exists({ _id: "a" })).not.toBeNull();
    const changed = await Book.findByIdAndUpdate("a", { $set: { title: "壹" } }, { returnDocument: "after" }).lean();
    expect(changed?.title).toBe("壹");
    const book = await Book.findById("b").orFail();
    book.tags.push("y");
    await book.save();
    expect((await Book.findById("b").lean())?.tags).toEqual(["x", "y"]);
    await expect(Book.create({ _id: "a", title: "again" })).rejects.toMatchObject({ code: 11_000 });
    await book.deleteOne();
    expect(await Book.countDocuments()).toBe(1);
  });
});
