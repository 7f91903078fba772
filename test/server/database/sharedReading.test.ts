import { expect, test } from "vitest";
import { createSharedReading } from "../../../server/database/sharedReading.ts";

/** A store whose readings take as long as the test says; each gives what was kept when it began. */
function slowStore() {
  const ends: (() => void)[] = [];
  const store = { kept: "first", readings: 0 };
  const read = createSharedReading(async (part: "kept") => {
    store.readings += 1;
    const found = store[part];
    await new Promise<void>((resolve) => ends.push(resolve));
    if (found === "broken") throw new Error("cannot read");
    return found;
  });
  const endOne = async (): Promise<void> => {
    while (ends.length === 0) await new Promise(setImmediate);
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { store, read, endOne };
}

test("gives nobody a reading that began before they asked, and a crowd one between them", async () => {
  const { store, read, endOne } = slowStore();
  const early = read("kept");
  store.kept = "second";
  const crowd = [read("kept"), read("kept"), read("kept")];
  await endOne();
  expect(await early).toBe("first");
  store.kept = "third";
  const late = read("kept");
  await endOne();
  expect(new Set(await Promise.all(crowd))).toEqual(new Set(["second"]));
  await endOne();
  expect(await late).toBe("third");
  expect(store.readings).toBe(3);
});

test("a reading that fails does so for those who shared it, and not for the next", async () => {
  const { store, read, endOne } = slowStore();
  store.kept = "broken";
  const failing = read("kept");
  const failed = failing.then(
    () => null,
    (error: unknown) => error,
  );
  const after = read("kept");
  store.kept = "mended";
  await endOne();
  expect(await failed).toEqual(new Error("cannot read"));
  await endOne();
  expect(await after).toBe("mended");
});
