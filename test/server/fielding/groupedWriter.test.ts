import { describe, expect, test } from "vitest";
import { createGroupedWriter } from "../../../server/fielding/groupedWriter.ts";

/** A store that remembers its batches and holds each back until it is let go. */
function heldStore() {
  const batches: (readonly string[])[] = [];
  const held: (() => void)[] = [];
  const kept = new Set<string>();
  return {
    batches,
    letGo: () => held.shift()?.(),
    insert: async (items: readonly string[]) => {
      batches.push(items);
      await new Promise<void>((resolve) => held.push(resolve));
      if (items.includes("poison")) throw new RangeError("poisoned");
      const before = new Set(items.flatMap((item, index) => (kept.has(item) ? [index] : [])));
      for (const item of items) kept.add(item);
      return before;
    },
  };
}

describe("groupedWriter.write()", () => {
  test("writes the first at once and what arrives meanwhile together", async () => {
    const store = heldStore();
    const writer = createGroupedWriter(store.insert, 100);
    const writes = ["a", "b", "c"].map((item) => writer.write(item));
    expect(store.batches).toEqual([["a"]]);
    store.letGo();
    await writes[0];
    await Promise.resolve();
    store.letGo();
    expect(await Promise.all(writes)).toEqual([true, true, true]);
    expect(store.batches).toEqual([["a"], ["b", "c"]]);
  });

  test("says of each whether it had been there", async () => {
    const store = heldStore();
    const writer = createGroupedWriter(store.insert, 100);
    const first = writer.write("a");
    store.letGo();
    expect(await first).toBe(true);
    const second = writer.write("a");
    store.letGo();
    expect(await second).toBe(false);
  });

  test("tells every writer of a batch that failed, and goes on with the next", async () => {
    const store = heldStore();
    const writer = createGroupedWriter(store.insert, 100);
    const failing = writer.write("poison");
    const next = writer.write("b");
    store.letGo();
    await expect(failing).rejects.toThrow("poisoned");
    store.letGo();
    expect(await next).toBe(true);
  });

  test("keeps batches to their size", async () => {
    const store = heldStore();
    const writer = createGroupedWriter(store.insert, 2);
    const writes = ["a", "b", "c", "d"].map((item) => writer.write(item));
    for (let round = 0; round < 3; round++) {
      store.letGo();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(writes);
    expect(store.batches.map((batch) => batch.length)).toEqual([1, 2, 1]);
  });
});
