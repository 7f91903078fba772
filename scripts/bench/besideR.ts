import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crossTable } from "../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../stats/crosstabs/raoScott.ts";
import { createDesign, type Coded } from "../../stats/design.ts";
import { shares } from "../../stats/estimators/shares.ts";
import { figure, heading, medianMs, shown } from "./report.ts";
import type { Subject } from "./subject.ts";

const rows = 26_900;

/** The same in R's survey package, each the median of three: it prints milliseconds, a line a figure. */
const program = `
suppressMessages(library(survey))
file <- read.csv(commandArgs(trailingOnly = TRUE)[1])
file$one <- factor(file$one); file$two <- factor(file$two)
drawn <- svydesign(ids = ~1, weights = ~weight, data = file)
took <- function(work) median(replicate(3, system.time(work())[["elapsed"]])) * 1000
cat(took(function() svymean(~one, drawn)), "\\n")
cat(took(function() svychisq(~one + two, drawn)), "\\n")
`;

/** The same estimates here and in R, where it is installed. */
export async function benchBesideR(_: Subject, rounds: number): Promise<void> {
  heading(`Beside R's survey package, ${shown(rows)} weighted rows`);
  const coded = (categories: number, step: number): Coded => ({
    codes: Int16Array.from({ length: rows }, (__, row) => (row * step + (row >> 7)) % categories),
    categories,
  });
  const [one, two] = [coded(5, 7), coded(6, 11)];
  const weights = Float64Array.from({ length: rows }, (__, row) => 0.5 + ((row * 7919) % 1000) / 1000);
  const inR = await timesInR({ one, two, weights });
  if (inR === null) {
    figure("R with its survey package", "not installed");
    return;
  }
  const design = createDesign({ rows, weights });
  const share = await medianMs(rounds * 5, () => shares(one, design, null));
  figure("shares of a question, with errors", shown(share, "ms"), `R ${shown(inR.shares / share)} times as long`);
  const tested = await medianMs(rounds * 5, () => {
    const table = occupiedTable(crossTable({ rows: one, columns: two }, design));
    return table.kind === "not-estimable" ? table : raoScott(table);
  });
  figure("Rao and Scott's test of 5 × 6", shown(tested, "ms"), `R ${shown(inR.test / tested)} times as long`);
}

interface File {
  readonly one: Coded;
  readonly two: Coded;
  readonly weights: Float64Array;
}

/** `null` where R, or its package, is not installed. */
async function timesInR({ one, two, weights }: File): Promise<{ shares: number; test: number } | null> {
  const directory = await mkdtemp(join(tmpdir(), "dingxin-bench-r-"));
  try {
    const lines = Array.from(weights, (weight, row) => `${one.codes[row] ?? ""},${two.codes[row] ?? ""},${weight}`);
    await writeFile(join(directory, "rows.csv"), ["one,two,weight", ...lines].join("\n"));
    await writeFile(join(directory, "bench.R"), program);
    const { stdout } = await promisify(execFile)("Rscript", ["bench.R", "rows.csv"], { cwd: directory });
    const [shares = Number.NaN, test = Number.NaN] = stdout.trim().split("\n").map(Number);
    return { shares, test };
  } catch {
    return null;
  } finally {
    await rm(directory, { recursive: true });
  }
}
