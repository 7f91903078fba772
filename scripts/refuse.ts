import { program } from "commander";
import { report } from "./refuse/results.ts";
import { runCorpus } from "./refuse/run.ts";

program
  .name("npm run refuse --")
  .description("Try a folder of bad input against the program, on a store made for it and thrown away")
  .argument("<folder>", "a corpus: fixture-survey.json and files of cases")
  .action(async (folder: string) => {
    const results = await runCorpus(folder, {
      onFile: ({ title }) => process.stderr.write(`${title}\n`),
    });
    process.stdout.write(`${report(results)}\n`);
    process.exitCode = results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
  });

await program.parseAsync();
