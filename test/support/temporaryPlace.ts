import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose, { type Connection } from "mongoose";

/** Somewhere to keep things during a test. */
export interface TemporaryPlace {
  /** Settings by their environment names. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything that was written there: the bytes of the files, one character each, or the documents of the database. */
  readonly written: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** A data directory of its own for an embedded store, or a database of its own on the MongoDB of `MONGODB_URI`. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const server = process.env["MONGODB_URI"];
  return server === undefined ? temporaryDirectory() : temporaryDatabase(server);
}

async function temporaryDirectory(): Promise<TemporaryPlace> {
  const directory = await mkdtemp(join(tmpdir(), "dingxin-test-"));
  return {
    environment: { DATA_DIRECTORY: directory },
    async written() {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const bytes = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
      return Buffer.concat(bytes).toString("latin1");
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

function temporaryDatabase(server: string): TemporaryPlace {
  const uri = new URL(server);
  uri.pathname = `/dingxin_test_${randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const connected = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const connection = await mongoose.createConnection(uri.href).asPromise();
    return work(connection).finally(() => connection.close());
  };
  return {
    environment: { MONGODB_URI: uri.href },
    written: () =>
      connected(async ({ db }) => {
        const collections = (await db?.collections()) ?? [];
        return JSON.stringify(await Promise.all(collections.map((collection) => collection.find({}).toArray())));
      }),
    remove: () =>
      connected(async (connection) => {
        await connection.dropDatabase();
      }),
  };
}
