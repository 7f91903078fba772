import mongoose, { type Connection } from "mongoose";
import { joinEmbeddedStore, ownEmbeddedStore } from "./embedded/start.ts";

/** A connection to where everything is kept, and how to let go of it. */
export interface Database {
  readonly connection: Connection;
  readonly kind: "embedded" | "mongodb";
  close(): Promise<void>;
}

/**
 * What a process is to the embedded store: a service owns it and lets no other service in; a command joins a service
 * that runs, or owns the store while it runs alone. A MongoDB takes both alike.
 */
export type StoreUse = "own" | "join";

const embeddedStore = { own: ownEmbeddedStore, join: joinEmbeddedStore } as const;

/**
 * Connects to the MongoDB at `mongodbUri`, or to the embedded store in `dataDirectory` where there is none.
 *
 * A write is acknowledged when it is on disk, on a majority of the members where there are several.
 *
 * @throws with a sentence for whoever started the process, when the embedded store cannot be had.
 */
export async function connectDatabase(place: {
  mongodbUri: string | undefined;
  dataDirectory: string;
  storeUse: StoreUse;
}): Promise<Database> {
  if (place.mongodbUri !== undefined) {
    const connection = await open(place.mongodbUri);
    return { connection, kind: "mongodb", close: () => connection.close() };
  }
  const store = await embeddedStore[place.storeUse](place.dataDirectory);
  const connection = await open(store.uri);
  const close = async (): Promise<void> => {
    await connection.close();
    await store.close();
  };
  return { connection, kind: "embedded", close };
}

async function open(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: 4_000,
    maxPoolSize: 20,
    autoIndex: false,
    autoCreate: false,
    retryWrites: false,
    writeConcern: { w: "majority", journal: true },
  });
  connection.set("sanitizeFilter", true);
  connection.set("strictQuery", "throw");
  return connection.asPromise();
}
