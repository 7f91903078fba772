import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestApplication } from "./application.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));

/** What a command said and how it ended; `code` is `null` when it was ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a command of `scripts/` beside a running application, on the same store.
 *
 * @param endWhen ends the command at once, as a power cut would, when its output says so.
 */
export function runScript(
  { services }: TestApplication,
  [script, ...parameters]: readonly string[],
  endWhen: (output: string) => boolean = () => false,
): Promise<Ended> {
  const { DATA_DIRECTORY, MONGODB_URI = "" } = services.config;
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script ?? ""}.ts`, ...parameters], {
    cwd: house,
    env: { ...process.env, DATA_DIRECTORY, MONGODB_URI },
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => {
    output += bytes.toString();
    if (endWhen(output)) child.kill("SIGKILL");
  });
  child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, output, errors });
    });
  });
}
