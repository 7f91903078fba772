import type { TestApplication } from "./application.ts";
import { startProgram, type Ended } from "./program.ts";

/**
 * Runs a command of `scripts/` beside a running application, on the same store.
 *
 * @param endWhen ends the command at once, as a power cut would, when its output says so.
 */
export async function runScript(
  { services }: TestApplication,
  [script = "", ...parameters]: readonly string[],
  endWhen?: (output: string) => boolean,
): Promise<Ended> {
  const { DATA_DIRECTORY, MONGODB_URI = "" } = services.config;
  const program = startProgram([`scripts/${script}.ts`, ...parameters], { DATA_DIRECTORY, MONGODB_URI });
  if (endWhen === undefined) return program.ended;
  await program.hear((output) => (endWhen(output) ? true : null));
  return program.end("SIGKILL");
}
