import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { z } from "zod";
import { studyNamed } from "../server/fielding/studyNamed.ts";
import { Problem } from "../server/problem.ts";
import { bytesOf } from "../server/reports/reportFiles.ts";
import { longestTemplate, reportFormats, reportQuery, type ReportFormat } from "../server/reports/reportsApi.ts";
import type { Services } from "../server/services.ts";
import { weightWanted, type WeightWanted } from "../server/weighting/weightingApi.ts";
import type { Language } from "../surveys/language.ts";
import { openServices } from "./support/openServices.ts";
import { showProgress, type Progress } from "./support/progress.ts";
import { sentencesOf } from "./support/sentences.ts";

interface Options {
  readonly study: string;
  readonly template: string;
  readonly language: Language;
  readonly format: ReportFormat;
  readonly out: string;
  readonly day?: string;
  readonly weight?: WeightWanted;
  readonly dataDirectory?: string;
}

/** `npm run report`: a study's report as Word, PDF, a page or a long image. */
const { out, template, language, format, ...options } = new Command("report")
  .requiredOption("--study <name>", "the study's name in addresses")
  .requiredOption("--template <name>", "daily-brief, final-report, one of the study's own, or a file of Markdown")
  .requiredOption("--out <file>", "the file to write")
  .addOption(new Option("--language <language>", "language of the report").choices(["zh-CN", "en"]).default("zh-CN"))
  .addOption(
    new Option("--format <format>", "its form; png is one long image or several")
      .choices(reportFormats)
      .default("docx"),
  )
  .addOption(
    new Option("--day <day>", "the day it is of; the last with answers unless said").argParser((text) =>
      given(reportQuery.shape.day, text, "must be a day such as 2020-03-04"),
    ),
  )
  .addOption(
    new Option(
      "--weight <weight>",
      "none, given, or a scheme's: scheme:national; the study's own unless said",
    ).argParser((text) => weightWanted.parse(text)),
  )
  .option("--data-directory <directory>", "where the embedded store keeps its file")
  .parse()
  .opts<Options>();

// A file has its name only once it is whole.
const unfinished = `${out}.part`;
let services: Services | null = null;
let progress: Progress | null = null;
try {
  services = await openServices(options.dataDirectory);
  const study = await studyNamed(services.studies, options.study);
  const markdown = await markdownOf(services, study.study);
  const report = await services.reports.report(study, {
    markdown,
    language,
    day: options.day,
    weight: options.weight,
    origin: (services.config.PUBLIC_ADDRESS ?? "").replace(/\/+$/, ""),
    step: (done, of) => {
      progress ??= showProgress(of, process.stderr);
      progress.at(done, "");
      return Promise.resolve();
    },
  });
  const files = await services.reportFiles(report, format);
  for (const [place, bytes] of files.entries()) {
    await writeFile(unfinished, bytes);
    await rename(unfinished, files.length === 1 ? out : partNamed(place + 1, files.length));
  }
  const parts = files.length === 1 ? "" : `${files.length} parts, `;
  process.stdout.write(`${report.title}: ${parts}${bytesOf(files).toLocaleString("en")} bytes\n`);
} catch (error) {
  await rm(unfinished, { force: true });
  process.stderr.write(["No report was written.", ...sentencesOf(error), ""].join("\n"));
  process.exitCode = 1;
} finally {
  (progress as Progress | null)?.stop();
  await services?.close();
}

/** A part of a long image beside the name that was asked for: `brief-2-of-3.png`. */
function partNamed(part: number, parts: number): string {
  const { dir, name, ext } = parse(out);
  return join(dir, `${name}-${part}-of-${parts}${ext}`);
}

/**
 * The value of an option.
 *
 * @throws {InvalidArgumentError} saying what it must be.
 */
function given<Schema extends z.ZodType>(schema: Schema, text: string, otherwise: string): z.infer<Schema> {
  const outcome = schema.safeParse(text);
  if (outcome.success) return outcome.data;
  throw new InvalidArgumentError(otherwise);
}

/** What names a file ends with `.md`. */
async function markdownOf({ templates }: Services, study: string): Promise<string> {
  if (!template.endsWith(".md")) return templates.markdownOf(study, template, language);
  const text = await readFile(template, "utf8");
  if (text.length > longestTemplate) throw tooLong();
  return text;
}

function tooLong(): Problem {
  return new Problem("too-large", [
    {
      field: "template",
      code: "out-of-range",
      message: {
        "zh-CN": `模板最多 ${longestTemplate} 个字符`,
        en: `A template has at most ${longestTemplate} characters`,
      },
    },
  ]);
}
