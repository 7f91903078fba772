import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { analysisRequest } from "../server/analysis/analysisApi.ts";
import { readJson } from "../server/fielding/json/readJson.ts";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import { answerLimits, checked } from "../server/http/body.ts";
import type { Services } from "../server/services.ts";
import { openServices } from "./support/openServices.ts";
import { sentencesOf } from "./support/sentences.ts";

/** `npm run estimate`: answers an analysis request from a file with the JSON that the API answers. */
const { study, request, dataDirectory } = new Command("estimate")
  .requiredOption("--study <name>", "the study's name in addresses")
  .requiredOption("--request <file>", "the request as JSON; see docs/analysis.md")
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<{ study: string; request: string; dataDirectory?: string }>();

let services: Services | null = null;
try {
  const wanted = checked(analysisRequest, readJson(await readFile(request), answerLimits));
  services = await openServices(dataDirectory);
  const { study: name } = await studyNamed(services.studies, study);
  process.stdout.write(`${JSON.stringify(await services.analysis.analyse(name, wanted), null, 2)}\n`);
} catch (error) {
  process.stderr.write(["Nothing was estimated.", ...sentencesOf(error), ""].join("\n"));
  process.exitCode = 1;
} finally {
  await services?.close();
}
