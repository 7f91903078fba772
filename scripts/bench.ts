import { availableParallelism, cpus, loadavg } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { benchAdmission } from "./bench/admission.ts";
import { benchColumns } from "./bench/columns.ts";
import { benchCsv } from "./bench/csv.ts";
import { benchEstimates } from "./bench/estimates.ts";
import { benchBesideR } from "./bench/besideR.ts";
import { benchFigures } from "./bench/figures.ts";
import { benchManyRows } from "./bench/manyRows.ts";
import { benchPage } from "./bench/page.ts";
import { benchStatistics } from "./bench/statistics.ts";
import { createSubject } from "./bench/subject.ts";
import { benchWorkbench } from "./bench/workbench.ts";

/**
 * `npm run bench`: how fast it is, as figures and as ratios to something that does next to nothing in the same run.
 * Medians of several rounds; a busy machine shows in the figures, less in the ratios.
 */
const parts = {
  admission: benchAdmission,
  page: benchPage,
  columns: benchColumns,
  estimates: benchEstimates,
  statistics: benchStatistics,
  besideR: benchBesideR,
  manyRows: benchManyRows,
  csv: benchCsv,
  figures: benchFigures,
  workbench: benchWorkbench,
};
type Part = keyof typeof parts;

const { only, rounds } = new Command("bench")
  .option("--only <parts>", `some of ${Object.keys(parts).join(",")}`, chosenParts, Object.keys(parts) as Part[])
  .option("--rounds <number>", "rounds of each measurement", Number, 3)
  .parse()
  .opts<{ only: Part[]; rounds: number }>();

process.stdout.write(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}, load ${loadavg()[0]?.toFixed(1) ?? "unknown"}\n`,
);
const subject = await createSubject();
try {
  for (const part of only) await parts[part](subject, rounds);
} finally {
  await subject.remove();
}

/** @throws {InvalidArgumentError} for a part that is not there. */
function chosenParts(text: string): Part[] {
  return text.split(",").map((name) => {
    if (Object.hasOwn(parts, name)) return name as Part;
    throw new InvalidArgumentError(`there is no part ${name}`);
  });
}
