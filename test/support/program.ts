import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const house = fileURLToPath(new URL("../..", import.meta.url));

/** What a program said and how it ended; `code` is `null` when it was ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A program of ours in a process of its own. */
export interface Program {
  readonly ended: Promise<Ended>;
  /**
   * Waits for something in its output.
   *
   * @param look what is looked for, `null` while it is not there.
   * @throws when the program ends without it.
   */
  hear<Found>(look: (output: string) => Found | null): Promise<Found>;
  /** Asks it to stop with SIGTERM, or ends it at once with SIGKILL as a power cut would; answers when it is gone. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<Ended>;
}

/** Starts a program by its path in the house; `environment` is laid over that of the tests. */
export function startProgram(
  [path = "", ...parameters]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, ["--import", "tsx", path, ...parameters], {
    cwd: house,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  const ended = once(child, "close").then(([code]): Ended => ({ code: code as number | null, output, errors }));
  const noMore = ended.then(() => false);
  // A test that ran out of time has nobody left who would end it.
  const abandon = (): void => void child.kill("SIGKILL");
  process.once("exit", abandon);
  child.once("close", () => process.off("exit", abandon));
  return {
    ended,
    async hear(look) {
      for (let more = true; more; more = await Promise.race([once(child.stdout, "data").then(() => true), noMore])) {
        const found = look(output);
        if (found !== null) return found;
      }
      throw new Error(`${path} ended without it: ${output}${errors}`);
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
