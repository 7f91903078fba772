import { unlink } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { encode } from "./bson.ts";
import { createCatalog } from "./catalog.ts";
import type { Engine } from "./command.ts";
import { runCommand } from "./commands.ts";
import { createCursors } from "./cursors.ts";
import { asStoreError } from "./errors.ts";
import { createGroupCommit } from "./groupCommit.ts";
import { openSound, refuseLostFile } from "./file.ts";
import { sweepExpired } from "./sweeper.ts";
import { cursorDocument, replyTo, takeMessages, type Request } from "./wire.ts";

/** A store that is being served. */
export interface Served {
  stop(): Promise<void>;
}

const sweepEveryMs = 5_000;

/**
 * Opens the file and answers MongoDB's protocol on a socket.
 *
 * @throws when the file is in use, damaged, or not a store.
 */
export async function serve({ file, socketPath }: { file: string; socketPath: string }): Promise<Served> {
  refuseLostFile(file);
  const sqlite = openSound(file);
  const catalog = createCatalog(sqlite);
  const commits = createGroupCommit(sqlite, () => {
    catalog.reread();
  });
  const engine: Engine = { sqlite, catalog, cursors: createCursors(), commits };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    converse(engine, socket);
  });
  // The file is ours alone from here on, so a socket that is there is what a killed process left.
  await unlink(socketPath).catch(() => undefined);
  await listenOn(server, socketPath);
  const sweeping = setInterval(() => {
    sweepExpired(engine, new Date()).catch(() => 0);
  }, sweepEveryMs);
  return {
    async stop() {
      clearInterval(sweeping);
      commits.commit();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      sqlite.close();
    },
  };
}

function listenOn(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
}

function converse(engine: Engine, socket: Socket): void {
  let waiting: Buffer = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes: Buffer) => {
    try {
      const { requests, rest } = takeMessages(waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]));
      waiting = rest;
      for (const request of requests) void answer(engine, socket, request);
    } catch {
      // Whoever sent this does not speak the protocol.
      socket.destroy();
    }
  });
}

async function answer(engine: Engine, socket: Socket, request: Request): Promise<void> {
  const document = await documentFor(engine, request);
  if (request.wantsReply && !socket.destroyed) socket.write(replyTo(request, document));
}

async function documentFor(engine: Engine, request: Request): Promise<Buffer> {
  try {
    const done = await runCommand(engine, request);
    return "batch" in done ? cursorDocument(done.batch) : encode(done.document);
  } catch (error) {
    const { code, codeName, message, details } = asStoreError(error);
    return encode({ ok: 0, errmsg: message, code, codeName, ...details });
  }
}
