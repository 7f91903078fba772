import { createWriteStream } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import type { NewExport } from "../server/exports/exportsApi.ts";
import { openServices } from "./support/openServices.ts";

/** `npm run export`: a study's responses as a CSV file with its manifest beside it. */
const options = new Command("export")
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
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<NewExport & { study: string; out: string; dataDirectory?: string }>();

const services = await openServices(options.dataDirectory);
try {
  const study = await services.studies.find(options.study);
  if (study === null) throw new Error(`There is no study ${options.study}`);
  const { stream, begun, finish } = await services.exporting.begin(study.study, options);
  const part = `${options.out}.part`;
  await pipeline(stream, createWriteStream(part));
  const { flavour, values, language } = options;
  const manifest = {
    study: study.study,
    simulated: study.simulated,
    file: options.out,
    flavour,
    values,
    language,
    ...begun,
    ...finish(),
    state: "complete",
  };
  await rename(part, options.out);
  await writeFile(`${options.out}.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  process.stdout.write(
    `${manifest.rows ?? 0} rows = ${manifest.responsesInStudy ?? 0} in the study, SHA-256 ${manifest.sha256 ?? ""}\n`,
  );
} catch (error) {
  process.stderr.write(`Nothing was exported: ${error instanceof Error ? error.message : "unknown error"}\n`);
  process.exitCode = 1;
} finally {
  await services.close();
}
