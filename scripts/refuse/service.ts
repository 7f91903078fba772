import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readConfig } from "../../server/config.ts";
import { createLog, createServices, type Services } from "../../server/services.ts";
import type { ProbeReading } from "./probe.ts";

/** The program in a process of its own, on a store of its own. */
export interface Service {
  readonly port: number;
  /** The code of the one-time link that it printed. */
  readonly setUpCode: string;
  /** The same store, opened beside it: to count and to read back what was kept. */
  readonly store: Services;
  /** Everything it has written to its log. */
  log(): string;
  isAlive(): boolean;
  probe(): Promise<ProbeReading>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const probeModule = new URL("./probe.ts", import.meta.url).href;
const startsWithinMs = 60_000;

/** Starts the program on an empty store: the settings that name it, by their environment names. */
export async function startService(place: Readonly<Record<string, string>>): Promise<Service> {
  const environment = { ...place, PORT: "0", LOG_LEVEL: "info" };
  const child = spawn(process.execPath, ["--import", "tsx", "--import", probeModule, main], {
    env: { PATH: process.env["PATH"] ?? "", TZ: process.env["TZ"] ?? "UTC", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let written = "";
  const listen = (text: Buffer): void => {
    written += text.toString("utf8");
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const port = Number(await found(/"address":"http:\/\/[^:"]+:(\d+)"/, { child, text: () => written }));
  const setUpCode = await found(/\/setup\?code=(\S+)/, { child, text: () => written });
  const config = readConfig({ ...place, LOG_LEVEL: "silent" });
  const store = await createServices(config, { clock: () => new Date(), log: createLog(config) });
  return {
    port,
    setUpCode,
    store,
    log: () => written,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    probe: createProbe(child),
    async stop() {
      await store.close();
      const isOver = once(child, "exit");
      if (child.exitCode === null && child.kill("SIGTERM")) await isOver;
    },
  };
}

/** Asks the module that was loaded into the service, and waits for its reading. */
function createProbe(child: ChildProcess): () => Promise<ProbeReading> {
  let asked = 0;
  return async () => {
    const number = ++asked;
    return new Promise((resolve) => {
      const hear = (message: { number: number; reading: ProbeReading }): void => {
        if (message.number !== number) return;
        child.off("message", hear);
        resolve(message.reading);
      };
      child.on("message", hear);
      child.send(number);
    });
  };
}

/** Waits until the service has written something. */
async function found(form: RegExp, { child, text }: { child: ChildProcess; text: () => string }): Promise<string> {
  const end = performance.now() + startsWithinMs;
  while (performance.now() < end && child.exitCode === null) {
    const value = form.exec(text())?.[1];
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The service did not start: ${text()}`);
}
