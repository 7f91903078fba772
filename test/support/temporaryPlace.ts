import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";

/** Somewhere to keep things during a test. */
export interface TemporaryPlace {
  /** Settings by their environment names. */
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/** A data directory of its own for an embedded store, or a database of its own on the MongoDB of `MONGODB_URI`. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const server = process.env["MONGODB_URI"];
  if (server === undefined) {
    const directory = await mkdtemp(join(tmpdir(), "dingxin-test-"));
    return {
      environment: { DATA_DIRECTORY: directory },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const uri = new URL(server);
  uri.pathname = `/dingxin_test_${randomUUID().replaceAll("-", "").slice(0, 20)}`;
  return {
    environment: { MONGODB_URI: uri.href },
    async remove() {
      const connection = await mongoose.createConnection(uri.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
