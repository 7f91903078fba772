import { Command } from "commander";
import { comparisonLines } from "./householdPulse/comparisonLines.ts";
import { recomputePublished } from "./householdPulse/recompute.ts";
import { sentencesOf } from "./support/sentences.ts";

/** `npm run published`: official figures of the Household Pulse Survey, recomputed from its public-use files. */
const { waves, expected, keep } = new Command("published")
  .requiredOption("--waves <directory>", "files of the survey's waves, plain or gzipped CSV")
  .requiredOption("--expected <file>", "CSV of published figures: week, group, subgroup, indicator, published")
  .option("--keep <directory>", "data directory for the imported waves, which are removed otherwise")
  .parse()
  .opts<{ waves: string; expected: string; keep?: string }>();

try {
  const cells = await recomputePublished({
    waves,
    expected,
    keep: keep ?? null,
    onWave: (week, responses, compared) => {
      const equal = compared.filter(({ isEqual }) => isEqual).length;
      write([`week ${week}: ${responses.toLocaleString("en")} responses, ${equal} of ${compared.length} cells equal`]);
    },
  });
  write(comparisonLines(cells));
  if (cells.some(({ isEqual }) => !isEqual)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(sentencesOf(error).join("\n") + "\n");
  process.exitCode = 1;
}

function write(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
