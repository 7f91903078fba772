import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Anything, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const responses = Array.from({ length: 1_200 }, (_, n) => ({
  _id: n as never,
  study: n % 4 === 0 ? "b" : "a",
  day: `2020-02-0${1 + (n % 3)}`,
  flagged: n % 10 === 0,
  seconds: n,
}));

describe.each([
  ["without an index", null],
  ["read from an index alone", { study: 1, day: 1, flagged: 1 }],
] as const)("$group %s", (_title, index) => {
  let things: ReturnType<TestStore["fresh"]>;
  beforeAll(async () => {
    things = store.fresh();
    if (index !== null) await things.createIndex({ ...index });
    await things.insertMany(responses);
  });

  test("counts by two fields, behind a $match", async () => {
    const groups = await things
      .aggregate<{ _id: { day: string; flagged: boolean }; responses: number }>([
        { $match: { study: "a" } },
        { $group: { _id: { day: "$day", flagged: "$flagged" }, responses: { $sum: 1 } } },
      ])
      .toArray();
    const counted = new Map(groups.map(({ _id, responses: n }) => [`${_id.day} ${String(_id.flagged)}`, n]));
    const expected = new Map<string, number>();
    for (const { study, day, flagged } of responses) {
      const key = `${day} ${String(flagged)}`;
      if (study === "a") expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(counted).toEqual(expected);
  });

  test("sums, averages and finds least and greatest", async () => {
    const total = { $sum: "$seconds" };
    const groups = await things
      .aggregate([
        { $match: { study: "b" } },
        {
          $group: {
            _id: null,
            n: { $sum: 1 },
            total,
            mean: { $avg: "$seconds" },
            least: { $min: "$seconds" },
            greatest: { $max: "$seconds" },
          },
        },
      ])
      .toArray();
    expect(groups).toEqual([{ _id: null, n: 300, total: 179_400, mean: 598, least: 0, greatest: 1_196 }]);
  });

  test("goes with further stages behind it", async () => {
    const days = await things
      .aggregate([
        { $match: { day: { $gte: "2020-02-02" } } },
        { $group: { _id: "$day", n: { $sum: 1 } } },
        { $sort: { _id: -1 } },
        { $limit: 1 },
      ])
      .toArray();
    expect(days).toEqual([{ _id: "2020-02-03", n: 400 }]);
  });
});

describe("aggregate", () => {
  const few = [
    { _id: 1, k: "a", list: [1, 2], inner: { n: 1 } },
    { _id: 2, k: "b", list: [], inner: { n: 2 } },
    { _id: 3, k: "a", list: [3], inner: { n: 3 } },
  ];
  const pipelines: readonly [string, Anything[], unknown[]][] = [
    ["$match alone", [{ $match: { k: "b" } }], [few[1]]],
    ["$project", [{ $match: { _id: 1 } }, { $project: { _id: 0, k: 1, n: "$inner.n" } }], [{ k: "a", n: 1 }]],
    [
      "$unwind",
      [{ $sort: { _id: 1 } }, { $unwind: "$list" }, { $project: { list: 1 } }],
      [
        { _id: 1, list: 1 },
        { _id: 1, list: 2 },
        { _id: 3, list: 3 },
      ],
    ],
    ["$sort, $skip and $limit", [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 1 }], [few[1]]],
    ["$count", [{ $match: { k: "a" } }, { $count: "n" }], [{ n: 2 }]],
    ["$addFields", [{ $match: { _id: 2 } }, { $addFields: { fresh: "$inner.n" } }], [{ ...few[1], fresh: 2 }]],
    ["a $match that nothing passes", [{ $match: { k: "z" } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
  ];

  test.each(pipelines)("does %s", async (_title, pipeline, expected) => {
    const things = store.fresh();
    await things.insertMany(few as never[]);
    expect(await things.aggregate(pipeline).toArray()).toEqual(expected);
  });

  test("gives its result in batches", async () => {
    const things = store.fresh();
    await things.insertMany(Array.from({ length: 2_300 }, (_, n) => ({ _id: n as never })));
    const met: number[] = [];
    for await (const { _id } of things.aggregate([{ $match: {} }], { batchSize: 300 })) met.push(Number(_id));
    expect(new Set(met).size).toBe(2_300);
  });

  test("finds nothing in a collection that is not there", async () => {
    expect(
      await store
        .fresh()
        .aggregate([{ $match: {} }])
        .toArray(),
    ).toEqual([]);
  });
});
