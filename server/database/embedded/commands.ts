import { aggregate } from "./aggregate.ts";
import { encode, type Plain } from "./bson.ts";
import { catalogCommands } from "./catalogCommands.ts";
import type { Collection } from "./catalog.ts";
import { checkCommand } from "./checkCommand.ts";
import type { Answer, Command, Engine } from "./command.ts";
import type { Batch, Cursors } from "./cursors.ts";
import { codes, refuseOptions, StoreError } from "./errors.ts";
import { greetings } from "./greetings.ts";
import { projector } from "./projection.ts";
import { countChunks, scan } from "./scan.ts";
import type { RawBatch, Request } from "./wire.ts";
import { valueAtPath } from "./paths.ts";
import { encodeKey } from "./keys.ts";
import { decode } from "./bson.ts";
import { writeCommands } from "./writeCommands.ts";

/**
 * Does the command a client sent.
 *
 * @throws {StoreError} `CommandNotFound` for what this store does not do.
 */
export async function runCommand(engine: Engine, { command, sections }: Request): Promise<Answer> {
  const [name = ""] = Object.keys(command);
  const known = table[name];
  if (known === undefined)
    throw new StoreError(codes.commandNotFound, `The embedded store has no command ${name}; use a MongoDB for it`);
  refuseOptions(command);
  checkCommand(name, command);
  const database = typeof command["$db"] === "string" ? command["$db"] : "admin";
  return known(engine, { command, database, name: String(command[name]), sections });
}

const find: Command = async ({ sqlite, catalog, cursors }, { command, database, name }) => {
  const collection = catalog.find(database, name);
  const wanted = {
    filter: plain(command["filter"]),
    sort: plain(command["sort"]) as Record<string, number>,
    skip: Number(command["skip"] ?? 0),
    limit: Math.abs(Number(command["limit"] ?? 0)),
  };
  const project = projector(command["projection"] as Plain | undefined);
  const source = collection === undefined ? [] : mapped(scan(sqlite, collection, wanted), ({ body }) => project(body));
  return started(cursors, source, {
    namespace: `${database}.${name}`,
    size: Number(command["batchSize"] ?? 101),
    isSingle: command["singleBatch"] === true,
  });
};

const runPipeline: Command = async ({ sqlite, catalog, cursors }, { command, database, name }) => {
  const collection = catalog.find(database, name);
  const result = aggregate(sqlite, collection, command["pipeline"] as Plain[]);
  const size = Number(plain(command["cursor"])["batchSize"] ?? 101);
  return started(cursors, mapped(result, encode), { namespace: `${database}.${name}`, size, isSingle: false });
};

async function started(
  cursors: Cursors,
  source: Iterable<Buffer[]>,
  options: { namespace: string; size: number; isSingle: boolean },
): Promise<Answer> {
  return { batch: rawBatch(await cursors.first(source[Symbol.iterator](), options), "firstBatch") };
}

const getMore: Command = async ({ cursors }, { command }) => {
  const batch = await cursors.next(BigInt(String(command["getMore"])), Number(command["batchSize"] ?? 1_000));
  return { batch: rawBatch(batch, "nextBatch") };
};

const killCursors: Command = ({ cursors }, { command }) => {
  const ids = (command["cursors"] as unknown[]).map((id) => BigInt(String(id)));
  const killed = ids.filter((id) => cursors.kill(id));
  const others = ids.filter((id) => !killed.includes(id));
  return { document: { cursorsKilled: killed, cursorsNotFound: others, cursorsAlive: [], cursorsUnknown: [], ok: 1 } };
};

const count: Command = async ({ sqlite, catalog }, { command, database, name }) => {
  const collection = catalog.find(database, name);
  let found = 0;
  for (const part of collection === undefined ? [] : countChunks(sqlite, collection, plain(command["query"]))) {
    found += part;
    await new Promise(setImmediate);
  }
  const after = Math.max(0, found - Number(command["skip"] ?? 0));
  const limit = Math.abs(Number(command["limit"] ?? 0));
  return { document: { n: limit > 0 ? Math.min(after, limit) : after, ok: 1 } };
};

const distinct: Command = async ({ sqlite, catalog }, { command, database, name }) => {
  const collection: Collection | undefined = catalog.find(database, name);
  const path = String(command["key"]);
  const values = new Map<string, unknown>();
  for (const found of collection === undefined ? [] : scan(sqlite, collection, { filter: plain(command["query"]) })) {
    for (const { body } of found) {
      const value = valueAtPath(decode(body), path);
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (item !== undefined) values.set(encodeKey(item).toString("latin1"), item);
      }
    }
    await new Promise(setImmediate);
  }
  return { document: { values: [...values.values()], ok: 1 } };
};

const table: Readonly<Record<string, Command>> = {
  ...greetings,
  ...catalogCommands,
  ...writeCommands,
  find,
  aggregate: runPipeline,
  getMore,
  killCursors,
  count,
  distinct,
};

function rawBatch({ id, namespace, documents }: Batch, batchName: RawBatch["batchName"]): RawBatch {
  return { id, namespace, documents, batchName };
}

function* mapped<From>(chunks: Iterable<From[]>, change: (from: From) => Buffer): Generator<Buffer[]> {
  for (const found of chunks) yield found.map(change);
}

function plain(value: unknown): Plain {
  return typeof value === "object" && value !== null ? (value as Plain) : {};
}
