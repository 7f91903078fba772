import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { newExport, type NewExport } from "../server/exports/exportsApi.ts";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import type { Services } from "../server/services.ts";
import { openServices } from "./support/openServices.ts";
import { sentencesOf } from "./support/sentences.ts";

/** `npm run export`: a study's responses as a CSV file with its manifest beside it. */
const { out, dataDirectory, ...wanted } = new Command("export")
  .requiredOption("--study <name>", "the study's name in addresses")
  .requiredOption("--out <file>", "the file to write")
  .addOption(
    new Option("--flavour <flavour>", "excel: with byte order mark; plain: without")
      .choices(["excel", "plain"])
      .default("excel"),
  )
  .addOption(
    new Option("--values <values>", "what is in the cells of a choice")
      .choices(["codes", "labels", "both"])
      .default("codes"),
  )
  .addOption(new Option("--language <language>", "language of the labels").choices(["zh-CN", "en"]).default("zh-CN"))
  .addOption(
    new Option("--weight <weight>", "given, or a scheme's: scheme:national, scheme:national@3")
      .argParser((text) => newExport.shape.weight.parse(text))
      .default("given"),
  )
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<NewExport & { study: string; out: string; dataDirectory?: string }>();

// The file has its name only once it is whole.
const part = `${out}.part`;
let services: Services | null = null;
try {
  services = await openServices(dataDirectory);
  const exported = await studyNamed(services.studies, wanted.study);
  const { study, simulated } = exported;
  // By its version: the scheme may get another while the file is written.
  const weight = await services.exporting.weightNamed(study, wanted);
  const { stream, begun, finish } = await services.exporting.begin(study, { ...wanted, weight });
  await pipeline(stream, createWriteStream(part));
  const problems = await services.exporting.problemsOf(exported, begun);
  const manifest = {
    ...wanted,
    weight,
    study,
    simulated,
    file: out,
    ...begun,
    ...finish(),
    problems,
    state: "complete",
  };
  await writeFile(`${out}.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(part, out);
  process.stdout.write(
    `${manifest.rows ?? 0} rows = ${manifest.responsesInStudy ?? 0} in the study, SHA-256 ${manifest.sha256 ?? ""}\n`,
  );
} catch (error) {
  await rm(part, { force: true });
  process.stderr.write(["Nothing was exported.", ...sentencesOf(error), ""].join("\n"));
  process.exitCode = 1;
} finally {
  await services?.close();
}
