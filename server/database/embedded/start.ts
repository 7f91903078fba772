import { createHash } from "node:crypto";
import { chmod, mkdir, realpath } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** A store that can be connected to. */
export interface EmbeddedStore {
  /** For a MongoDB driver. */
  readonly uri: string;
  /** Stops the store, when this process owns it. */
  readonly close: () => Promise<void>;
}

/** Thrown when the store cannot be started; the message says what to do. */
class StoreCannotStart extends Error {}

const fileName = "dingxin.sqlite";
/** What the name of a unix socket may be long everywhere. */
const mostPathBytes = 100;
const patienceMs = 5_000;

/**
 * Starts the store of a data directory in a thread of this process, which must be the only one that has it open: what
 * serves for days would lose a store that it had joined when the process that owns it ends.
 *
 * The directory, its file and its socket are for this user alone.
 *
 * @throws {StoreCannotStart} when another process has the store open, or its file is damaged or made by a newer program.
 */
export function ownEmbeddedStore(dataDirectory: string): Promise<EmbeddedStore> {
  return startUnless(dataDirectory, ({ directory }) => {
    throw new StoreCannotStart(
      `Cannot start: the store in ${directory} is in use by another process; stop that one first, or give this one a DATA_DIRECTORY of its own`,
    );
  });
}

/**
 * Joins the process that has the store of a data directory open already, or starts it as its owner does.
 *
 * One process owns the file; others on the same directory are its clients, and lose the store when it stops.
 *
 * @throws {StoreCannotStart} when the file is damaged or was made by a newer program.
 */
export function joinEmbeddedStore(dataDirectory: string): Promise<EmbeddedStore> {
  return startUnless(dataDirectory, ({ uri }) => ({ uri, close: () => Promise.resolve() }));
}

/** Where a store is, and how it is reached there. */
interface Place {
  readonly directory: string;
  readonly socketPath: string;
  readonly uri: string;
}

/** Starts the store, unless another process serves it: what then is for `served` to say. */
async function startUnless(dataDirectory: string, served: (place: Place) => EmbeddedStore): Promise<EmbeddedStore> {
  const place = await prepare(dataDirectory);
  const until = performance.now() + patienceMs;
  for (;;) {
    if (await answers(place.socketPath)) return served(place);
    const outcome = await own(join(place.directory, fileName), place.socketPath);
    if ("close" in outcome) return { uri: place.uri, close: outcome.close };
    // Another process has just made the file, or holds it but does not listen yet, or is about to let go.
    if (!/locked|busy|is empty/i.test(outcome.reason) || performance.now() > until)
      throw new StoreCannotStart(sentence(outcome.reason, place.directory));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function prepare(dataDirectory: string): Promise<Place> {
  if (process.platform === "win32")
    throw new StoreCannotStart("Cannot start: the embedded store needs unix sockets; set MONGODB_URI");
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  await chmod(dataDirectory, 0o700);
  const directory = await realpath(dataDirectory);
  const socketPath = await socketFor(directory);
  return { directory, socketPath, uri: `mongodb://${encodeURIComponent(socketPath)}/dingxin?directConnection=true` };
}

async function own(file: string, socketPath: string): Promise<Pick<EmbeddedStore, "close"> | { reason: string }> {
  const worker = new Worker(new URL("./workerEntry.mjs", import.meta.url), {
    workerData: { file, socketPath },
    execArgv: [],
  });
  const outcome = await new Promise<{ ready: boolean; reason?: string }>((resolve) => {
    worker.once("message", resolve);
    worker.once("error", (error: Error) => {
      resolve({ ready: false, reason: error.message });
    });
  });
  // From here on a fault of the thread is a fault of the process: better gone than without its store.
  worker.removeAllListeners("error");
  if (!outcome.ready) {
    await worker.terminate();
    return { reason: outcome.reason ?? "unknown" };
  }
  return {
    close: () =>
      new Promise((resolve) => {
        worker.once("exit", () => {
          resolve();
        });
        worker.postMessage("stop");
      }),
  };
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

async function socketFor(directory: string): Promise<string> {
  const near = join(directory, "store.sock");
  if (Buffer.byteLength(near) <= mostPathBytes) return near;
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 16);
  const place = join(tmpdir(), `dingxin-${String(process.getuid?.() ?? 0)}-${name}`);
  await mkdir(place, { recursive: true, mode: 0o700 });
  // Fails when another user has made it before us.
  await chmod(place, 0o700);
  return join(place, "store.sock");
}

function sentence(reason: string, directory: string): string {
  if (/not a database|malformed|quick_check|the file is/i.test(reason)) {
    return `Cannot start: the store in ${directory} is damaged (${reason}). Nothing was changed; restore a backup, or move the file away to begin anew`;
  }
  if (/locked|busy/i.test(reason))
    return `Cannot start: the store in ${directory} is in use by another process that does not answer`;
  return `Cannot start: the store in ${directory} cannot be opened: ${reason}`;
}
