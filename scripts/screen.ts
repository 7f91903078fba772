import { Command } from "commander";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import type { Services } from "../server/services.ts";
import { screeningLines } from "./screen/screeningLines.ts";
import { openServices } from "./support/openServices.ts";
import { sentencesOf } from "./support/sentences.ts";

/** `npm run screen`: screens a study's answers by its rules and prints what was marked and excluded. */
const options = new Command("screen")
  .requiredOption("--study <name>", "the study's name in addresses")
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<{ study: string; dataDirectory?: string }>();

let services: Services | null = null;
try {
  services = await openServices(options.dataDirectory);
  const study = await studyNamed(services.studies, options.study);
  await services.quality.runs.run(study);
  const lines = screeningLines(await services.quality.reports.report(study));
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
} catch (error) {
  process.stderr.write(["Nothing was screened.", ...sentencesOf(error), ""].join("\n"));
  process.exitCode = 1;
} finally {
  await services?.close();
}
