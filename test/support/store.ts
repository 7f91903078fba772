import type { Connection, mongo } from "mongoose";
import { connectDatabase } from "../../server/database/connect.ts";
import { temporaryPlace } from "./temporaryPlace.ts";

/** A document of a test: whatever it needs, under an id of its own choice. */
export type Anything = mongo.Document;

/** A store of its own for the tests of one file, reached as the application reaches it. */
export interface TestStore {
  readonly connection: Connection;
  readonly kind: "embedded" | "mongodb";
  /** A collection that nobody has used. */
  readonly fresh: () => mongo.Collection;
  /** Sends a command as it is written. */
  readonly command: (command: Anything) => Promise<Anything>;
  readonly close: () => Promise<void>;
}

/** Whether the tests run against the MongoDB of `MONGODB_URI`: what only the embedded store promises is left out then. */
export const isMongo = process.env["MONGODB_URI"] !== undefined;

/** Opens a temporary embedded store, or a database of its own on the MongoDB of `MONGODB_URI`. */
export async function openStore(): Promise<TestStore> {
  const place = await temporaryPlace();
  const { MONGODB_URI: mongodbUri, DATA_DIRECTORY: dataDirectory = "" } = place.environment;
  const database = await connectDatabase({ mongodbUri, dataDirectory, storeUse: "own" });
  const { connection, kind } = database;
  const { db } = connection;
  if (db === undefined) throw new Error("Cannot open a store: there is no connection");
  let collections = 0;
  return {
    connection,
    kind,
    fresh: () => db.collection(`things_${(collections += 1)}`),
    command: (command) => db.command(command),
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

/** The code of MongoDB's error that something is refused with, or `null` when it is done. */
export async function refusalOf(doing: Promise<unknown>): Promise<number | null> {
  try {
    await doing;
    return null;
  } catch (error) {
    return (error as { code?: number }).code ?? Number.NaN;
  }
}
