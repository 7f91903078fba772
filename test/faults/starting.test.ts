import { randomBytes, randomUUID } from "node:crypto";
import { cp, open, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectDatabase } from "../../server/database/connect.ts";
import { openSqlite } from "../../server/database/embedded/sqlite.ts";
import { migrations } from "../../server/database/migrations.ts";
import { migrate, type Migration } from "../../server/database/migrationStore.ts";
import { keepResponses, fieldStudy } from "../support/fieldStudy.ts";
import { startApplication } from "../support/application.ts";
import { respond, responsesKept } from "../support/respondents.ts";
import { dataDirectory, fieldIn, inStore, startMain, startService } from "../support/serviceProcess.ts";

const patience = { timeout: 180_000 };
const file = "dingxin.sqlite";

describe("a second service on a data directory", () => {
  test("is refused with a sentence while the first goes on", patience, async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const first = await startService(directory);
    const second = await startMain(directory).ended;
    expect(second.code).toBe(69);
    expect(second.errors).toBe(
      `Cannot start: the store in ${directory} is in use by another process; stop that one first, or give this one a DATA_DIRECTORY of its own\n`,
    );
    expect((await respond(first.address, randomUUID())).status).toBe(201);
  });
});

describe("a damaged store", () => {
  /** A store as a killed process leaves it: a file, and a log that is not in it yet. */
  let whole: string;
  const application = { close: async (): Promise<void> => undefined };
  beforeAll(async () => {
    const started = await startApplication({ environment: { MONGODB_URI: "" } });
    application.close = () => started.close();
    whole = started.services.config.DATA_DIRECTORY;
    const study = await fieldStudy(started.services, { elements: [{ type: "comment", name: "needs" }] });
    // More than SQLite lets its log grow to before it moves it into the file, and then a little that it has not moved.
    const answers = Array.from({ length: 600 }, (_, n) => ({ answers: { needs: `${n} `.repeat(2_000) } }));
    await keepResponses(started.services, study, answers);
    await started.services.accounts.add({ name: "研究员", password: "a long enough password" });
  });
  afterAll(() => application.close());

  /** A copy of it to be damaged. */
  async function copy(): Promise<string> {
    const directory = await dataDirectory();
    for (const name of [file, `${file}-wal`]) await cp(join(whole, name), join(directory, name));
    return directory;
  }

  const damages: { what: string; damage: (path: string) => Promise<void> }[] = [
    { what: "pages in the middle are something else", damage: (path) => overwrite(path, randomBytes(65_536)) },
    { what: "pages in the middle are zeros", damage: (path) => overwrite(path, Buffer.alloc(65_536)) },
    { what: "half of it is missing", damage: async (path) => truncate(path, Math.floor((await stat(path)).size / 2)) },
    { what: "it is empty", damage: (path) => truncate(path, 0) },
    { what: "it is gone and its log is there", damage: (path) => rm(path) },
    {
      what: "it never was a store",
      damage: async (path) => {
        await rm(`${path}-wal`);
        await writeFile(path, randomBytes(65_536));
      },
    },
  ];

  test.each(damages)("is not served and not touched: $what", patience, async ({ damage }) => {
    const directory = await copy();
    await damage(join(directory, file));
    const before = await bytesIn(directory);
    const serving = inStore(directory, () => "served");
    await expect(serving).rejects.toThrow(
      /^Cannot start: the store in .* is damaged \(.*\)\. Nothing was changed; restore a backup, or move the file away to begin anew$/,
    );
    expect((await bytesIn(directory)).equals(before)).toBe(true);
  });

  test("ends the service with the sentence and an exit code", patience, async () => {
    const directory = await copy();
    await overwrite(join(directory, file), randomBytes(65_536));
    const before = await bytesIn(directory);
    const { code, output, errors } = await startMain(directory).ended;
    expect({ code, output }).toEqual({ code: 69, output: "" });
    expect(errors).toMatch(/^Cannot start: the store in .* is damaged .*\n$/);
    expect((await bytesIn(directory)).equals(before)).toBe(true);
  });

  test("that lost the end of its log is served with all that came before", async () => {
    const directory = await copy();
    // In the middle of the first page that the log holds.
    await truncate(join(directory, `${file}-wal`), 2_000);
    expect(await inStore(directory, responsesKept)).toHaveLength(600);
  });
});

/** Puts bytes over the middle of a file. */
async function overwrite(path: string, bytes: Buffer): Promise<void> {
  const { size } = await stat(path);
  const opened = await open(path, "r+");
  await opened.write(bytes, 0, bytes.length, Math.floor(size / 8_192) * 4_096);
  await opened.close();
}

/** The store's file and its log. */
async function bytesIn(directory: string): Promise<Buffer> {
  const parts = [file, `${file}-wal`].map((name) => readFile(join(directory, name)).catch(() => Buffer.alloc(0)));
  return Buffer.concat(await Promise.all(parts));
}

describe("the layout of a store", () => {
  /** Steps that note in the store that they were applied, the last one after `fault`. */
  const steps = (last: number, fault: Error | null = null): Migration[] =>
    Array.from({ length: last }, (_, place) => ({
      version: place + 1,
      name: `step ${place + 1}`,
      async apply(connection) {
        await connection.collection("steps").insertOne({ version: place + 1 });
        if (place + 1 === last && fault !== null) throw fault;
      },
    }));

  test("is brought up to date step by step, once, and from where a start was cut short", async () => {
    const directory = await dataDirectory();
    const applied = async (known: readonly Migration[]): Promise<number[]> => {
      const database = await connectDatabase({ mongodbUri: undefined, dataDirectory: directory, storeUse: "own" });
      try {
        await migrate(database.connection, known).catch(() => undefined);
        const found = await database.connection.collection("steps").find({}).toArray();
        return found.map(({ version }) => Number(version));
      } finally {
        await database.close();
      }
    };
    expect(await applied(steps(2))).toEqual([1, 2]);
    expect(await applied(steps(2))).toEqual([1, 2]);
    expect(await applied(steps(4, new Error("cut short")))).toEqual([1, 2, 3, 4]);
    expect(await applied(steps(4))).toEqual([1, 2, 3, 4, 4]);
    expect(await applied(steps(4))).toEqual([1, 2, 3, 4, 4]);
  });

  test("of a newer program is refused with a sentence, and left as it is", patience, async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const newer = (migrations.at(-1)?.version ?? 0) + 1;
    const layouts = async (doing: (layout: { version: number }) => number): Promise<number> => {
      const database = await connectDatabase({ mongodbUri: undefined, dataDirectory: directory, storeUse: "own" });
      const layout = database.connection.collection<{ _id: string; version: number }>("layout");
      const version = doing({ version: (await layout.findOne({ _id: "layout" }))?.version ?? 0 });
      await layout.updateOne({ _id: "layout" }, { $set: { version } });
      await database.close();
      return version;
    };
    await layouts(() => newer);
    const { code, output, errors } = await startMain(directory).ended;
    expect({ code, output }).toEqual({ code: 78, output: "" });
    expect(errors).toBe(
      `Cannot start: the store has layout ${newer} and this program knows layouts up to ${newer - 1}; start the newer program again, or restore a backup made before the upgrade\n`,
    );
    expect(await layouts(({ version }) => version)).toBe(newer);
  });

  test("of a newer store's file is refused with a sentence", async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const sqlite = openSqlite(join(directory, file));
    sqlite.exec("PRAGMA user_version = 99");
    sqlite.close();
    await expect(inStore(directory, () => "served")).rejects.toThrow(
      /^Cannot start: the store in .* cannot be opened: its file has layout 99, this program knows 1$/,
    );
  });
});
