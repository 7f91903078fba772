import { randomInt, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import mongoose, { type mongo } from "mongoose";
import { describe, expect, test } from "vitest";
import { connectDatabase } from "../../server/database/connect.ts";
import { lookThrough } from "../../server/database/embedded/sqlite.ts";
import { joinEmbeddedStore } from "../../server/database/embedded/start.ts";
import { responseIdOf } from "../../server/fielding/receipt.ts";
import { bodyOf, crowd, respond, responsesKept, type Sent } from "../support/respondents.ts";
import { dataDirectory, fieldIn, inStore, startService } from "../support/serviceProcess.ts";

const crowdSize = 32;
const patience = { timeout: 180_000 };

/** A document of the writers' collection. */
interface Thing {
  _id: string;
  study: string;
  key: number;
  day: string;
}

/** For each id what may be found under it: one state when the last write was acknowledged, else also that before it. */
type Possible = Map<string, readonly (Thing | null)[]>;

describe("a store whose process is killed among 32 writers", () => {
  test(
    "has every acknowledged write once after reopening, and indexes that agree with the documents",
    patience,
    async () => {
      const directory = await dataDirectory();
      const possible: Possible = new Map();
      for (let round = 0; round < 3; round++) {
        const before = possible.size;
        await writeUntilKilled(directory, { round, possible });
        expect(possible.size).toBeGreaterThan(before + crowdSize);

        const database = await connectDatabase({ mongodbUri: undefined, dataDirectory: directory, storeUse: "own" });
        const things = database.connection.collection<Thing>("things") as unknown as mongo.Collection<Thing>;
        const kept = await things.find({}).toArray();
        const byId = new Map(kept.map((thing) => [thing._id, thing]));
        expect(kept).toHaveLength(byId.size);
        const wrong = [...possible].filter(([id, states]) => !isAmong(byId.get(id) ?? null, states));
        expect(wrong).toEqual([]);
        expect([...byId.keys()].filter((id) => !possible.has(id))).toEqual([]);
        await expectIndexesToAgree(things, kept);
        await database.close();
        lookThrough(`${directory}/dingxin.sqlite`);
        for (const [id] of possible) possible.set(id, [byId.get(id) ?? null]);
      }
    },
  );
});

/** Has 32 writers add, move and remove documents of their own until the process that has the store is killed. */
async function writeUntilKilled(
  directory: string,
  { round, possible }: { round: number; possible: Possible },
): Promise<void> {
  const service = await startService(directory);
  const { uri } = await joinEmbeddedStore(directory);
  const client = new mongoose.mongo.MongoClient(uri, {
    maxPoolSize: crowdSize,
    serverSelectionTimeoutMS: 500,
    retryWrites: false,
    writeConcern: { w: "majority", journal: true },
  });
  const things = client.db().collection<Thing>("things");
  await things.createIndex({ study: 1, key: 1 }, { unique: true });
  await things.createIndex({ day: 1, key: -1 });

  let acknowledged = 0;
  const killAt = randomInt(200, 600);
  let isGone = false;
  const killed = { done: Promise.resolve<unknown>(null) };
  const write = async (state: Thing | null, id: string, doing: () => Promise<unknown>): Promise<void> => {
    const [before = null] = possible.get(id) ?? [];
    possible.set(id, [before, state]);
    await doing();
    possible.set(id, [state]);
    acknowledged += 1;
    if (acknowledged === killAt) killed.done = pause(randomInt(0, 25)).then(() => service.end("SIGKILL"));
  };
  const writer = async (_: unknown, number: number): Promise<void> => {
    for (let n = 0; !isGone; n++) {
      const thing = { _id: randomUUID(), study: `${round}-${number}`, key: n, day: `d${n % 7}` };
      const moved = { ...thing, day: "moved" };
      try {
        await write(thing, thing._id, () => things.insertOne({ ...thing }));
        if (n % 3 === 1)
          await write(moved, thing._id, () => things.updateOne({ _id: thing._id }, { $set: { day: "moved" } }));
        if (n % 5 === 1) await write(null, thing._id, () => things.deleteOne({ study: thing.study, key: n }));
      } catch (error) {
        if (!(error instanceof Error) || !/^Mongo(Network|ServerSelection|PoolCleared)/.test(error.name)) throw error;
        isGone = true;
      }
    }
  };
  await Promise.all(Array.from({ length: crowdSize }, writer));
  await killed.done;
  await client.close();
}

function isAmong(found: Thing | null, states: readonly (Thing | null)[]): boolean {
  return states.some((state) => JSON.stringify(state) === JSON.stringify(found));
}

/** Reads and counts the documents through each index. */
async function expectIndexesToAgree(things: mongo.Collection<Thing>, kept: readonly Thing[]): Promise<void> {
  const ids = (some: readonly Thing[]): string[] => some.map(({ _id }) => _id).sort();
  expect(ids(await things.find({}).sort({ _id: 1 }).toArray())).toEqual(ids(kept));
  for (const field of ["study", "day"] as const) {
    const every = { [field]: { $in: [...new Set(kept.map((thing) => thing[field]))] } };
    expect(ids(await things.find(every).sort({ key: 1 }).toArray())).toEqual(ids(kept));
    expect(await things.countDocuments(every)).toBe(kept.length);
  }
  const moved = kept.filter(({ day }) => day === "moved");
  expect(ids(await things.find({ day: "moved" }).toArray())).toEqual(ids(moved));
  expect(await things.countDocuments({ day: "moved" })).toBe(moved.length);
}

describe("a service that is killed among 32 respondents", () => {
  test("has stored each receipt's answers once, and gives them the same receipt again", patience, async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const sent: Sent = new Map();
    let service = await startService(directory);
    // This one's reply is never read.
    const lost = randomUUID();
    await sendAndLeave(service.address, lost);
    await untilKept(directory, lost);
    for (let round = 0; round < 2; round++) {
      const killAt = randomInt(50, 300);
      const going = service;
      const killed: Promise<unknown>[] = [];
      const ofRound = await crowd(service.address, crowdSize, (receipts) => {
        if (receipts === killAt) killed.push(pause(randomInt(0, 25)).then(() => going.end("SIGKILL")));
      });
      await Promise.all(killed);
      // What is left there is in nobody's way.
      expect(await readdir(directory)).toContain("store.sock");
      service = await startService(directory);
      for (const [key, receipt] of await sentAgain(service.address, ofRound)) sent.set(key, receipt);
    }
    const found = await respond(service.address, lost);
    expect(found.status).toBe(200);
    sent.set(lost, found.receipt);
    expect((await service.end("SIGTERM")).code).toBe(0);

    await inStore(directory, async (services) => {
      const kept = await responsesKept(services);
      expect(kept.map(({ submissionKey }) => submissionKey).sort()).toEqual([...sent.keys()].sort());
      const ofKey = new Map(kept.map(({ submissionKey, id }) => [submissionKey, id]));
      for (const [key, receipt] of sent) expect(ofKey.get(key)).toBe(responseIdOf(receipt ?? ""));
      const days = await services.responses.countsByDay("flood");
      expect([...days.values()].reduce((sum, { responses }) => sum + responses, 0)).toBe(sent.size);
    });
  });
});

/** Sends again what a killed service was sent: with a receipt it must be the same, without one it may be new. */
async function sentAgain(address: string, before: Sent): Promise<Sent> {
  const again: Sent = new Map();
  const rest = [...before];
  const person = async (): Promise<void> => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const [key, receipt] = next;
      const told = await respond(address, key);
      expect(receipt === null ? [200, 201] : [200]).toContain(told.status);
      expect(told.receipt).toBe(receipt ?? told.receipt);
      again.set(key, told.receipt);
    }
  };
  await Promise.all(Array.from({ length: crowdSize }, person));
  return again;
}

/** Waits until a running service has kept the response of a submission key. */
async function untilKept(directory: string, submissionKey: string): Promise<void> {
  const store = await connectDatabase({ mongodbUri: undefined, dataDirectory: directory, storeUse: "join" });
  const responses = store.connection.collection("responses");
  await expect.poll(() => responses.countDocuments({ study: "flood", submissionKey }), { timeout: 20_000 }).toBe(1);
  await store.close();
}

/** Sends answers and is gone before the reply comes. */
function sendAndLeave(address: string, key: string): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(`${address}/api/studies/flood/responses`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(bodyOf(key)) },
    });
    sending.on("error", () => undefined);
    sending.on("close", resolve);
    sending.end(bodyOf(key), () => sending.destroy());
  });
}
