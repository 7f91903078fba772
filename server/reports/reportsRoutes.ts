import { Router } from "express";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { Study } from "../fielding/study.ts";
import { jsonBody, type BodyLimits } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { languageOf } from "../http/language.ts";
import { originOf } from "../http/originOf.ts";
import { readQuery } from "../http/query.ts";
import { answerInSteps } from "../http/steps.ts";
import { faultsOf } from "../http/faults.ts";
import { Problem } from "../problem.ts";
import { countLongImages } from "./files/toLongImages.ts";
import { bytesOf, contentTypes, type ReportFiles } from "./reportFiles.ts";
import type { ReportAsked, Reports } from "./reports.ts";
import {
  reportFileQuery,
  reportFormats,
  reportWanted,
  templateContent,
  templateName,
  type ReportFormat,
  type ReportList,
  type ReportMade,
} from "./reportsApi.ts";
import type { Templates } from "./templates.ts";

/** What the addresses of reports need. */
export interface ReportsRoutesParts {
  readonly reports: Reports;
  readonly templates: Templates;
  readonly reportFiles: ReportFiles;
  readonly columns: ColumnsReadModel;
  readonly guard: Guard;
  readonly config: Config;
}

/** Enough for the longest template in Chinese, and escaped. */
const templateLimits: BodyLimits = { bytes: 700_000, depth: 3, members: 10 };

/** The page is shown in a frame of the workbench's; it runs and loads nothing. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The addresses of reports and their templates. */
export function createReportsRoutes(parts: ReportsRoutesParts): Router {
  const { reports, templates, reportFiles, columns, guard, config } = parts;
  const router = Router();
  const noQuery = z.strictObject({});
  const at = "/api/studies/:study/reports";

  router.get(at, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const { days } = await columns.columnsOf(study);
    const [first] = days;
    const last = days.at(-1);
    response.json({
      templates: await templates.list(study),
      days: first === undefined || last === undefined ? null : { first, last },
    } satisfies ReportList);
  });

  router.put(
    `${at}/:template`,
    guard("publish-figures"),
    jsonBody(templateContent, templateLimits),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      const name = named(String(request.params["template"]));
      response.json(await templates.put(study, name, templateContent.parse(request.body)));
    },
  );

  router.delete(`${at}/:template`, guard("publish-figures"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    await templates.remove(study, String(request.params["template"]));
    response.status(204).end();
  });

  router.post(`${at}/:template/made`, guard("see-estimates"), jsonBody(reportWanted), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    const { format, language, ...wanted } = reportWanted.parse(request.body);
    const markdown = await templates.markdownOf(study.study, String(request.params["template"]), language);
    await answerInSteps(request, response, async (step): Promise<ReportMade> => {
      const whole = { ...asked(wanted), markdown, language, origin: originOf(request, config), step };
      const report = await reports.report(study, whole);
      return { bytes: bytesOf(await reportFiles(report, format)), imageParts: countLongImages(report) };
    });
  });

  router.get(`${at}/:template/:name`, guard("see-estimates"), async (request, response) => {
    const study = await ownStudy(response);
    const format = formatNamed(String(request.params["name"]));
    const { part, ...wanted } = readQuery(reportFileQuery, request);
    const language = languageOf(request);
    const template = String(request.params["template"]);
    const markdown = await templates.markdownOf(study.study, template, language);
    const step = (): Promise<void> => Promise.resolve();
    const report = await reports.report(study, {
      ...asked(wanted),
      markdown,
      language,
      origin: originOf(request, config),
      step,
    });
    const files = await reportFiles(report, format);
    const bytes = files[part - 1];
    if (bytes === undefined) throw noPart(files.length);
    if (format === "html") {
      response.removeHeader("X-Frame-Options");
      response.set("Content-Security-Policy", pagePolicy);
    }
    response.set(
      "Content-Disposition",
      `inline; filename="${fileName(study, { template, format, part, parts: files.length })}"`,
    );
    response.type(contentTypes[format]).send(bytes);
  });

  return router;
}

function asked({ day, weight }: Omit<z.infer<typeof reportFileQuery>, "part">): Pick<ReportAsked, "day" | "weight"> {
  return { day, weight };
}

function fileName(
  { study }: Study,
  { template, format, part, parts }: { template: string; format: ReportFormat; part: number; parts: number },
): string {
  return `${study}-${template}${parts > 1 ? `-${part}-of-${parts}` : ""}.${format}`;
}

function noPart(parts: number): Problem {
  return new Problem("invalid-parameter", [
    {
      field: "part",
      code: "out-of-range",
      message: { "zh-CN": `共 ${parts} 张`, en: parts === 1 ? "There is 1 part" : `There are ${parts} parts` },
    },
  ]);
}

/** @throws {Problem} `invalid-parameter` for what no template can be called. */
function named(text: string): string {
  const outcome = templateName.safeParse(text);
  if (outcome.success) return outcome.data;
  throw new Problem(
    "invalid-parameter",
    faultsOf(outcome.error).map((fault) => ({ ...fault, field: "template" })),
  );
}

/** @throws {Problem} `invalid-parameter` naming the forms there are. */
function formatNamed(name: string): ReportFormat {
  const format = reportFormats.find((each) => name === `report.${each}`);
  if (format !== undefined) return format;
  const names = reportFormats.map((each) => `report.${each}`).join(", ");
  throw new Problem("invalid-parameter", [
    { field: "format", code: "unknown-format", message: { "zh-CN": `只有：${names}`, en: `There are ${names}` } },
  ]);
}
