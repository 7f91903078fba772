import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type TestStore } from "../../../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe("an index with expireAfterSeconds", () => {
  // MongoDB looks once a minute.
  test("has documents removed when their time is over, and no others", { timeout: 90_000 }, async () => {
    const things = store.fresh();
    await things.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    const over = new Date(Date.now() - 1_000);
    await things.insertMany([
      { _id: "over" as never, expiresAt: over },
      { _id: "not yet" as never, expiresAt: new Date(Date.now() + 3_600_000) },
      { _id: "no time" as never },
      { _id: "not a time" as never, expiresAt: "2020-01-30" },
    ]);
    const ids = async () => (await things.find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id));
    await expect.poll(ids, { timeout: 80_000, interval: 500 }).toEqual(["no time", "not a time", "not yet"]);
  });
});
