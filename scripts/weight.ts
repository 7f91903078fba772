import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import { Command } from "commander";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import { readJson } from "../server/fielding/json/readJson.ts";
import { checked } from "../server/http/body.ts";
import type { Services } from "../server/services.ts";
import { readMargins } from "../server/weighting/readMargins.ts";
import { schemeContent, schemeName, type SchemeContent } from "../server/weighting/weightingApi.ts";
import { openServices } from "./support/openServices.ts";
import { sentencesOf } from "./support/sentences.ts";
import { weightingLines } from "./weight/weightingLines.ts";
import { withSharesOf } from "./weight/withSharesOf.ts";

/** `npm run weight`: weights a study by a scheme and prints the report. */
const options = new Command("weight")
  .requiredOption("--study <name>", "the study's name in addresses")
  .option("--scheme <file>", "JSON that says how to weight (docs/weighting.md); the kept scheme when left out")
  .option("--name <name>", "the scheme's name in addresses; the name of its file when left out")
  .option("--margins <file>", "CSV of margin, category and count or share, for margins of the scheme without a target")
  .option("--all", "weight blocks anew that an earlier version of the scheme has frozen", false)
  .option("--preview", "say what would come out and keep nothing", false)
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<{
    study: string;
    scheme?: string;
    name?: string;
    margins?: string;
    all: boolean;
    preview: boolean;
    dataDirectory?: string;
  }>();

let services: Services | null = null;
try {
  const name = nameWanted();
  const content = options.scheme === undefined ? null : await contentIn(options.scheme);
  services = await openServices(options.dataDirectory);
  const { schemes, runs } = services.weighting;
  const study = await studyNamed(services.studies, options.study);
  const blocks = options.all ? "all" : "open";
  if (options.preview) {
    const scheme =
      content === null
        ? await schemes.named(study.study, name)
        : { ...content, study: study.study, scheme: name, schemeVersion: 0, by: null, madeAt: null };
    print(weightingLines(await runs.preview(study, scheme, { blocks })));
  } else {
    if (content !== null) await schemes.put({ study: study.study, scheme: name }, content);
    print(weightingLines(await runs.run(study, name, { blocks })));
  }
} catch (error) {
  process.stderr.write(["Nothing was weighted.", ...sentencesOf(error), ""].join("\n"));
  process.exitCode = 1;
} finally {
  await services?.close();
}

function nameWanted(): string {
  const name = schemeName.safeParse(options.name ?? parse(options.scheme ?? "").name);
  if (name.success) return name.data;
  throw new Error("Give the scheme a name of lower-case letters, digits and hyphens with --name");
}

/** The scheme in a file, its margins without a target given theirs from the file of margins. */
async function contentIn(file: string): Promise<SchemeContent> {
  const read = readJson(await readFile(file), { depth: 8, members: 20_000 });
  if (options.margins === undefined) return checked(schemeContent, read);
  const { margins } = await readMargins(createReadStream(options.margins));
  return checked(schemeContent, withSharesOf(read, margins, options.margins));
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
