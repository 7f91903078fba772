import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, refusalOf, type Anything, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** MongoDB's order of types: nothing and null, numbers, texts, objects, ids, truths, days. */
const inOrder = [null, -5, 0, 1.5, 20, "", "a", "aa", "b", "é", "中", false, true, new Date(0), new Date(1)];

describe.each([
  ["without an index", null],
  ["with an index", { v: 1 }],
  ["with an index the other way", { v: -1 }],
] as const)("a sort %s", (_title, index) => {
  let things: ReturnType<TestStore["fresh"]>;
  beforeAll(async () => {
    things = store.fresh();
    if (index !== null) await things.createIndex({ ...index });
    const shuffled = inOrder.map((v, n) => ({ _id: n as never, v, half: n % 2 }));
    await things.insertMany([...shuffled.filter((_, n) => n % 3 === 1), ...shuffled.filter((_, n) => n % 3 !== 1)]);
  });

  test("follows MongoDB's order of types and values, both ways", async () => {
    const up = await things.find({}).sort({ v: 1 }).toArray();
    expect(up.map(({ v }) => v as unknown)).toEqual(inOrder);
    const down = await things.find({}).sort({ v: -1 }).toArray();
    expect(down.map(({ v }) => v as unknown)).toEqual([...inOrder].reverse());
  });

  test("by two fields takes the second where the first is equal", async () => {
    const found = await things
      .find({ v: { $type: "number" } })
      .sort({ half: -1, v: -1 })
      .toArray();
    expect(found.map(({ v }) => v as unknown)).toEqual([1.5, -5, 20, 0]);
  });

  test("goes with skip and limit", async () => {
    const found = await things.find({}).sort({ v: 1 }).skip(2).limit(3).toArray();
    expect(found.map(({ v }) => v as unknown)).toEqual(inOrder.slice(2, 5));
  });

  test("goes with a filter on the same field", async () => {
    const found = await things
      .find({ v: { $gte: "a" } })
      .sort({ v: -1 })
      .limit(2)
      .toArray();
    expect(found.map(({ v }) => v as unknown)).toEqual(["中", "é"]);
  });
});

describe("paging by id", () => {
  test("meets every document once, in the order of ids", async () => {
    const things = store.fresh();
    const ids = Array.from({ length: 1_203 }, (_, n) => `r${String((n * 7_919) % 1_203).padStart(5, "0")}`);
    await things.insertMany(ids.map((id, n) => ({ _id: id as never, study: n % 3 === 0 ? "b" : "a" })));
    await things.createIndex({ study: 1, _id: 1 });
    const met: string[] = [];
    for (let after = ""; ; after = met.at(-1) ?? "") {
      const page = await things
        .find({ study: "a", _id: { $gt: after as never } })
        .sort({ _id: 1 })
        .limit(100)
        .toArray();
      if (page.length === 0) break;
      met.push(...page.map(({ _id }) => String(_id)));
    }
    expect(met).toEqual(ids.filter((_, n) => n % 3 !== 0).sort());
  });
});

describe("a projection", () => {
  const whole = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [1, 2] };
  const cases: readonly [string, Anything, Anything][] = [
    ["names members to give", { a: 1 }, { _id: 1, a: 1 }],
    ["names members to give, without the id", { a: 1, _id: 0 }, { a: 1 }],
    ["names members to leave out", { b: 0, e: 0 }, { _id: 1, a: 1 }],
    ["leaves only the id out", { _id: 0 }, { a: 1, b: { c: 2, d: 3 }, e: [1, 2] }],
    ["gives only the id", { _id: 1 }, { _id: 1 }],
    ["goes into documents", { "b.d": 1 }, { _id: 1, b: { d: 3 } }],
    ["leaves out inside documents", { "b.d": 0 }, { _id: 1, a: 1, b: { c: 2 }, e: [1, 2] }],
    ["names members that are not there", { z: 1 }, { _id: 1 }],
  ];

  test.each(cases)("%s", async (_title, projection, expected) => {
    const things = store.fresh();
    await things.insertOne(whole as never);
    expect(await things.findOne({}, { projection })).toEqual(expected);
  });
});

describe("a cursor", () => {
  test("gives batches of the size asked for until all are given", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 25 }, (_, n) => ({ _id: n as never })));
    const name = things.collectionName;
    const first = await store.command({ find: name, filter: {}, sort: { _id: 1 }, batchSize: 10 });
    const { id, firstBatch } = first["cursor"] as { id: unknown; firstBatch: unknown[] };
    expect(firstBatch).toHaveLength(10);
    const more = () => store.command({ getMore: asLong(id), collection: name, batchSize: 10 });
    const second = (await more())["cursor"] as { id: unknown; nextBatch: { _id: number }[] };
    expect(second.nextBatch.map(({ _id }) => _id)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    const third = (await more())["cursor"] as { id: unknown; nextBatch: unknown[] };
    expect(third.nextBatch).toHaveLength(5);
    expect(Number(third.id)).toBe(0);
  });

  test("that was let go is not found again", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 25 }, (_, n) => ({ _id: n as never })));
    const name = things.collectionName;
    const first = await store.command({ find: name, batchSize: 5 });
    const { id } = first["cursor"] as { id: unknown };
    const killed = await store.command({ killCursors: name, cursors: [asLong(id)] });
    expect((killed["cursorsKilled"] as unknown[]).map(Number)).toEqual([Number(id)]);
    expect(await refusalOf(store.command({ getMore: asLong(id), collection: name }))).toBe(43);
  });

  test("closed half-way by its reader leaves the store in order", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 3_000 }, (_, n) => ({ _id: n as never })));
    const cursor = things.find({}, { batchSize: 100 });
    const met = new Set<number>();
    for await (const { _id } of cursor) if (met.add(Number(_id)).size === 150) break;
    await cursor.close();
    expect(met.size).toBe(150);
    expect(await things.countDocuments({})).toBe(3_000);
  });

  test("over thousands of documents meets each once, while others are written and removed", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 4_000 }, (_, n) => ({ _id: n as never, kept: true })));
    const met: number[] = [];
    for await (const { _id } of things.find({ _id: { $lt: 4_000 as never } }, { batchSize: 500 })) {
      met.push(Number(_id));
      if (met.length % 1_000 !== 0) continue;
      await things.insertOne({ _id: (10_000 + met.length) as never });
      await things.deleteMany({ _id: { $gte: 10_000 as never } });
    }
    expect(new Set(met).size).toBe(met.length);
    expect(met).toHaveLength(4_000);
  });

  test("with a limit ends there, across batches", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n as never })));
    const found = await things.find({}, { batchSize: 40 }).sort({ _id: -1 }).limit(130).toArray();
    expect(found.map(({ _id }) => Number(_id))).toEqual(Array.from({ length: 130 }, (_, n) => 299 - n));
  });
});

describe("counting", () => {
  test("goes with skip and limit", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 30 }, (_, n) => ({ n })));
    expect(await things.countDocuments({ n: { $lt: 20 } }, { limit: 15 })).toBe(15);
    expect(await things.countDocuments({ n: { $lt: 20 } }, { skip: 18 })).toBe(2);
    expect(await things.estimatedDocumentCount()).toBe(30);
  });
});

/** The driver gives a small cursor id as a number, and MongoDB wants a 64-bit one back. */
function asLong(id: unknown): unknown {
  const { Long } = store.connection.base.mongo.BSON;
  return Long.fromString(String(id));
}
