import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readConfig } from "../../server/config.ts";
import { createLog, createServices, type Services } from "../../server/services.ts";
import type { Study } from "../../server/fielding/study.ts";
import { fieldStudy } from "./fieldStudy.ts";
import { startProgram, type Program } from "./program.ts";

/** The service as `npm start` runs it, in a process of its own on an embedded store. */
export interface ServiceProcess extends Pick<Program, "end"> {
  /** `http://127.0.0.1:` and a free port. */
  readonly address: string;
}

/** An empty data directory for one test. */
export async function dataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "dingxin-faults-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts the service's process, whether it will come to serve or not. It is gone when the test is over. */
export function startMain(directory: string): Program {
  const program = startProgram(["server/main.ts"], {
    DATA_DIRECTORY: directory,
    MONGODB_URI: "",
    PORT: "0",
    LOG_LEVEL: "info",
  });
  onTestFinished(async () => {
    await program.end("SIGKILL");
  });
  return program;
}

/** Starts the service and waits until it serves. */
export async function startService(directory: string): Promise<ServiceProcess> {
  const program = startMain(directory);
  const address = await program.hear((output) => /"address":"([^"]+)"/.exec(output)?.[1] ?? null);
  return { address, end: (signal) => program.end(signal) };
}

/** Opens the embedded store of a directory in this process, as its owner, for as long as `work` takes. */
export async function inStore<Result>(
  directory: string,
  work: (services: Services) => Result | Promise<Result>,
): Promise<Result> {
  const config = readConfig({ DATA_DIRECTORY: directory, LOG_LEVEL: "silent" });
  const services = await createServices(config, { clock: () => new Date(), log: createLog(config), storeUse: "own" });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

/** Makes an open study named `flood` that asks for one text, in the store of a directory. */
export function fieldIn(directory: string): Promise<Study> {
  return inStore(directory, (services) => fieldStudy(services, { elements: [{ type: "comment", name: "needs" }] }));
}
