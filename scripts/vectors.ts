import { Command } from "commander";
import { openData } from "./vectors/referenceData.ts";
import { readTopics } from "./vectors/referenceCase.ts";
import { runTopic, type Verdict } from "./vectors/runTopics.ts";
import { adapters } from "./vectors/topics/adapters.ts";

/**
 * `npm run vectors -- DIR`: every case of a folder of reference results through the public functions of `stats/`, with
 * the counts of each topic and each failing case; exit 1 if any fails.
 */
const { args } = new Command("vectors").argument("<folder>", "a folder of reference results").parse();
const [folder = ""] = args;
const open = openData(folder);
let failures = 0;
for (const topic of readTopics(folder)) {
  const verdicts = runTopic(topic, { adapters, open });
  const count = (outcome: Verdict["outcome"]): number => verdicts.filter((each) => each.outcome === outcome).length;
  failures += count("failed") + count("unsupported");
  process.stdout.write(
    `${topic.name}: ${count("passed")} passed, ${count("failed")} failed, ${count("unsupported")} unsupported\n`,
  );
  for (const verdict of verdicts) process.stdout.write(linesOf(verdict));
}
process.exitCode = failures === 0 ? 0 : 1;

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
