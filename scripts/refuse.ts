import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "commander";
import { report } from "./refuse/results.ts";
import { runCorpus } from "./refuse/run.ts";

program
  .name("npm run refuse --")
  .description("Try a folder of bad input against the program, on a store made for it and thrown away")
  .argument("<folder>", "a corpus: fixture-survey.json and files of cases")
  .action(async (folder: string) => {
    const directory = await mkdtemp(join(tmpdir(), "dingxin-refuse-"));
    const results = await runCorpus(folder, {
      place: { DATA_DIRECTORY: directory },
      onFile: ({ title }) => process.stderr.write(`${title}\n`),
    }).finally(() => rm(directory, { recursive: true, force: true }));
    process.stdout.write(`${report(results)}\n`);
    process.exitCode = results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
  });

await program.parseAsync();
