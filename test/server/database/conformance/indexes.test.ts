import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, refusalOf, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const writers = 20;

/** Has 20 writers insert the same documents at once; gives how many inserts were taken and the codes of the others. */
async function race(things: ReturnType<TestStore["fresh"]>, documents: readonly object[]) {
  const outcomes = await Promise.all(
    Array.from({ length: writers }, (_, writer) =>
      Promise.all(documents.map((document) => refusalOf(things.insertOne({ ...document, writer })))),
    ),
  );
  const all = outcomes.flat();
  return {
    taken: all.filter((code) => code === null).length,
    refused: all.filter((code) => code === 11_000).length,
    other: all.filter((code) => code !== null && code !== 11_000),
  };
}

describe("a unique index", () => {
  test("takes each key from one of 20 racing writers and tells the others that it is taken", async () => {
    const things = store.fresh();
    await things.createIndex({ key: 1 }, { unique: true });
    const { taken, refused, other } = await race(things, [{ key: "a" }, { key: "b" }, { key: "c" }]);
    expect([taken, refused, other]).toEqual([3, 3 * (writers - 1), []]);
    expect((await things.find({}).toArray()).map(({ key }) => String(key)).sort()).toEqual(["a", "b", "c"]);
  });

  test("over two fields takes each pair once, from 20 racing writers", async () => {
    const things = store.fresh();
    await things.createIndex({ study: 1, submissionKey: 1 }, { unique: true });
    const pairs = ["s", "t"].flatMap((study) => ["1", "2"].map((submissionKey) => ({ study, submissionKey })));
    const { taken, refused, other } = await race(things, pairs);
    expect([taken, refused, other]).toEqual([4, 4 * (writers - 1), []]);
    expect(await things.countDocuments({ study: "s" })).toBe(2);
    expect(await things.countDocuments({ study: "s", submissionKey: "1" })).toBe(1);
  });

  test("holds for 20 writers of overlapping batches in no order", async () => {
    const things = store.fresh();
    await things.createIndex({ key: 1 }, { unique: true });
    const batch = Array.from({ length: 50 }, (_, n) => ({ key: `k${n}` }));
    const done = await Promise.allSettled(
      Array.from({ length: writers }, () =>
        things.insertMany(
          batch.map((document) => ({ ...document })),
          { ordered: false },
        ),
      ),
    );
    const inserted = done.map((outcome) => {
      if (outcome.status === "fulfilled") return outcome.value.insertedCount;
      const { code, insertedCount } = outcome.reason as { code: number; insertedCount: number };
      return code === 11_000 ? insertedCount : Number.NaN;
    });
    expect(inserted.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(await things.countDocuments({})).toBe(50);
  });

  test("tells apart what differs in type, and takes a missing value for null", async () => {
    const things = store.fresh();
    await things.createIndex({ key: 1 }, { unique: true });
    for (const key of [1, "1", true, null, new Date(1), "", "a\u0000b", "a"]) await things.insertOne({ key });
    expect(await refusalOf(things.insertOne({}))).toBe(11_000);
    expect(await refusalOf(things.insertOne({ key: "a\u0000b" }))).toBe(11_000);
    expect(await things.countDocuments({})).toBe(8);
  });

  test("names in its refusal the fields and values that were taken", async () => {
    const things = store.fresh();
    await things.createIndex({ study: 1, key: 1 }, { unique: true });
    await things.insertOne({ study: "s", key: "k" });
    const error: unknown = await things.insertOne({ study: "s", key: "k" }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 11_000, keyPattern: { study: 1, key: 1 }, keyValue: { study: "s", key: "k" } });
  });

  test("is not made over documents that break it, and leaves nothing of itself", async () => {
    const things = store.fresh();
    await things.insertMany([{ key: 1 }, { key: 1 }]);
    expect(await refusalOf(things.createIndex({ key: 1 }, { unique: true }))).toBe(11_000);
    await things.insertOne({ key: 1 });
    expect(await things.countDocuments({ key: 1 })).toBe(3);
    expect((await things.indexes()).map(({ name }) => name)).toEqual(["_id_"]);
  });
});

describe("an index", () => {
  test("made over documents that are there finds them", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 1_200 }, (_, n) => ({ day: `d${n % 3}`, n })));
    await things.createIndex({ day: 1, n: -1 });
    expect(await things.countDocuments({ day: "d1" })).toBe(400);
    const found = await things.find({ day: "d1" }).sort({ n: -1 }).limit(2).toArray();
    expect(found.map(({ n }) => Number(n))).toEqual([1_198, 1_195]);
  });

  test("is listed with what it promises, and can be asked for again", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1, b: -1 }, { unique: true });
    await things.createIndex({ a: 1, b: -1 }, { unique: true });
    await things.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const listed = await things.indexes();
    expect(listed).toMatchObject([
      { name: "_id_", key: { _id: 1 } },
      { name: "a_1_b_-1", key: { a: 1, b: -1 }, unique: true },
      { name: "at_1", key: { at: 1 }, expireAfterSeconds: 60 },
    ]);
  });

  test("of the same fields with another promise is refused", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1 });
    expect(await refusalOf(things.createIndex({ a: 1 }, { unique: true }))).not.toBeNull();
  });

  test("that is dropped promises nothing any more", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1 }, { unique: true });
    await things.dropIndex("a_1");
    await things.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await things.countDocuments({ a: 1 })).toBe(2);
  });
});

describe("a collection", () => {
  test("that is dropped is gone with its indexes, and can be made anew", async () => {
    const things = store.fresh();
    await things.createIndex({ a: 1 }, { unique: true });
    await things.insertOne({ a: 1 });
    await things.drop();
    const names = (await store.connection.listCollections()).map(({ name }) => name);
    expect(names).not.toContain(things.collectionName);
    await things.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await things.countDocuments({})).toBe(2);
  });
});
