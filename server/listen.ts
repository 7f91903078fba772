import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHttpTerminator } from "http-terminator";
import { createApp } from "./app.ts";
import type { Services } from "./services.ts";

/** A service that listens. */
export interface Listening {
  /** Where it can be reached from this machine: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Lets go of the port, finishes the requests under way, then lets go of the store. */
  stop(): Promise<void>;
}

/**
 * Starts to listen on the configured port.
 *
 * @throws when the port is taken.
 */
export async function listen(services: Services): Promise<Listening> {
  const { HOST, PORT } = services.config;
  const server = createServer(limits, createApp(services));
  const terminator = createHttpTerminator({ server, gracefulTerminationTimeout: 8_000 });
  await bind(server, { host: HOST, port: PORT });
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${HOST === "0.0.0.0" ? "127.0.0.1" : HOST}:${port}`,
    async stop() {
      // First of all, so that whoever comes now is refused instead of cut off, and can safely try elsewhere.
      server.close();
      services.live.close();
      await terminator.terminate().catch(passIfClosed);
      await services.close();
    },
  };
}

/**
 * The terminator closes at its end a server that is closed by then.
 *
 * @throws every other error.
 */
function passIfClosed(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ERR_SERVER_NOT_RUNNING")) throw error;
}

/** A slow or silent client is let go long before it can crowd out the others. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};

/** Connections that wait to be accepted: with Node's 511 a burst of phones, or of idle sockets, leaves some unheard of. */
const backlog = 4_096;

function bind(server: Server, place: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ ...place, backlog }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
