import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Command, Option } from "commander";
import { studyName } from "../server/fielding/fieldingApi.ts";
import { fieldVersion } from "../server/fielding/fielding.ts";
import type { Study } from "../server/fielding/study.ts";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import { readMapping } from "../server/imports/mapping.ts";
import { ImportStopped } from "../server/imports/importPass.ts";
import type { Services } from "../server/services.ts";
import { reportLines } from "./import/reportLines.ts";
import { openServices } from "./support/openServices.ts";
import { showProgress } from "./support/progress.ts";
import { sentencesOf } from "./support/sentences.ts";

/** `npm run import`: the rows of a CSV file become responses of a study. */
const options = new Command("import")
  .requiredOption("--study <name>", "the study's name in addresses; with --definition it is made if it is not there")
  .requiredOption("--file <file>", "CSV in UTF-8 with a header, plain or gzipped")
  .requiredOption("--mapping <file>", "JSON that says which column answers which question (docs/import.md)")
  .option("--definition <file>", "questionnaire that the file's columns answer, fielded as the study's next version")
  .addOption(
    new Option(
      "--on-fault <policy>",
      "stop: check the whole file, keep nothing if a row is at fault; skip: leave it out",
    )
      .choices(["stop", "skip"])
      .default("stop"),
  )
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<{
    study: string;
    file: string;
    mapping: string;
    definition?: string;
    onFault: "stop" | "skip";
    dataDirectory?: string;
  }>();

const began = performance.now();
let services: Services | null = null;
try {
  const mapping = readMapping(await readFile(options.mapping));
  const { size } = await stat(options.file);
  services = await openServices(options.dataDirectory);
  const study = await studyFor(services);
  const passes = options.onFault === "stop" ? 2 : 1;
  const progress = showProgress(size * passes);
  let [bytes, rows] = [0, 0];
  const report = await services.importing
    .importFile({
      study,
      mapping,
      onFault: options.onFault,
      open: () => {
        rows = 0;
        return createReadStream(options.file).on("data", (piece) => (bytes += piece.length));
      },
      onRows: (stage, more) => {
        rows += more;
        progress.at(bytes, `${rows.toLocaleString("en")} rows ${stage}`);
      },
    })
    .finally(() => {
      progress.stop();
    });
  const seconds = (performance.now() - began) / 1_000;
  print(process.stdout, reportLines(report, seconds));
} catch (error) {
  print(process.stderr, [
    ...sentencesOf(error),
    ...(error instanceof ImportStopped ? reportLines(error.report, (performance.now() - began) / 1_000) : []),
  ]);
  process.exitCode = 1;
} finally {
  await services?.close();
}

/** The study that is named; one that is made here takes no answers on its page. */
async function studyFor({ studies, questionnaires }: Services): Promise<Study> {
  if (options.definition === undefined) return studyNamed(studies, options.study);
  const study = studyName.parse(options.study);
  const bytes = await readFile(options.definition);
  await studies.add({
    study,
    title: { "zh-CN": study, en: study },
    state: "closed",
    timeZone: "Asia/Shanghai",
    languages: ["zh-CN", "en"],
    firstDay: null,
    lastDay: null,
    simulated: false,
    owner: null,
  });
  await fieldVersion(questionnaires, { study, bytes, relation: "changed" });
  return studyNamed(studies, study);
}

function print(output: NodeJS.WriteStream, lines: readonly string[]): void {
  output.write(lines.map((line) => `${line}\n`).join(""));
}
