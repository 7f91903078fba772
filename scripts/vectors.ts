import { Command } from "commander";
import { runEarlyWarning } from "./vectors/earlyWarning/runEarlyWarning.ts";
import { openData } from "./vectors/referenceData.ts";
import { readTopics } from "./vectors/referenceCase.ts";
import { runTopic, type TopicVerdicts, type Verdict } from "./vectors/runTopics.ts";
import { adapters } from "./vectors/topics/adapters.ts";

/**
 * `npm run vectors -- DIR`: every case of a folder of reference results through the public functions of `stats/`, with
 * the counts of each topic and each failing case; exit 1 if any fails. With `--early-warning DIR` the same for a folder
 * of simulated series.
 */
const command = new Command("vectors")
  .argument("[folder]", "a folder of reference results")
  .option("--early-warning <folder>", "a folder of simulated series with what early warning finds in them")
  .parse();
const [folder] = command.args;
const { earlyWarning } = command.opts<{ earlyWarning?: string }>();
if (folder === undefined && earlyWarning === undefined) command.error("Name a folder of reference results.");

let failures = 0;
if (folder !== undefined) {
  const open = openData(folder);
  for (const topic of readTopics(folder)) tell({ name: topic.name, verdicts: runTopic(topic, { adapters, open }) });
}
if (earlyWarning !== undefined) runEarlyWarning(earlyWarning).forEach(tell);
process.exitCode = failures === 0 ? 0 : 1;

function tell({ name, verdicts }: TopicVerdicts): void {
  const count = (outcome: Verdict["outcome"]): number => verdicts.filter((each) => each.outcome === outcome).length;
  failures += count("failed") + count("unsupported");
  process.stdout.write(
    `${name}: ${count("passed")} passed, ${count("failed")} failed, ${count("unsupported")} unsupported\n`,
  );
  for (const verdict of verdicts) process.stdout.write(linesOf(verdict));
}

function linesOf(verdict: Verdict): string {
  if (verdict.outcome === "passed") return "";
  if (verdict.outcome === "unsupported") return `  ${verdict.id}: no function for this form of case\n`;
  return verdict.differences
    .slice(0, 5)
    .map(({ at, expected, got }) => `  ${verdict.id} ${at}: expected ${short(expected)}, got ${short(got)}\n`)
    .join("");
}

function short(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 200);
}
