import { z } from "zod";
import { languages, type Translated } from "../../surveys/language.ts";
import { day } from "../analysis/analysisApi.ts";
import { weightWanted } from "../weighting/weightingApi.ts";

/** The forms in which a report can be taken; `png` is the long image. */
export const reportFormats = ["docx", "pdf", "html", "png"] as const;

/** One of the forms. */
export type ReportFormat = (typeof reportFormats)[number];

/** Parts that write themselves from a study's numbers. `docs/reports.md` says what is in each. */
export const partNames = [
  "key-points",
  "arrivals",
  "indicators",
  "needs",
  "needs-figure",
  "rumours",
  "rumours-figure",
  "open-questions",
  "who-answered",
  "trends",
  "scales",
  "texts",
  "limits",
  "methods",
  "wordings",
] as const;

/** One of the parts. */
export type PartName = (typeof partNames)[number];

/** Longest template, in characters. */
export const longestTemplate = 100_000;

/** Name of a template in addresses. */
export const templateName = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

/** Query of a report: the day it is of, the last one with answers where none is named, and by which weights. */
export const reportQuery = z.strictObject({ day: day.optional(), weight: weightWanted.optional() });

/** Query of a report's file: which part of a long image, from 1. */
export const reportFileQuery = reportQuery.extend({ part: z.coerce.number().int().min(1).default(1) });

/**
 * Body of `PUT /api/studies/:study/reports/:template`: a template of the study's own, made from its `version`, 0 for a new
 * one.
 */
export const templateContent = z.strictObject({
  title: z.string().trim().min(1).max(120),
  markdown: z.string().max(longestTemplate),
  version: z.number().int().min(0),
});

/** A template of a study's own. */
export type TemplateContent = z.infer<typeof templateContent>;

/** Body of `POST …/reports/:template/made`: what is wanted of it. The file is made, in steps for who asks for them. */
export const reportWanted = reportQuery.extend({ format: z.enum(reportFormats), language: z.enum(languages) });

/** Answer of `POST …/made`: the file is ready at its address, or each part of a long image at `?part=`. */
export interface ReportMade {
  /** Of all parts together. */
  readonly bytes: number;
  /** In how many parts the report is, or would be, as long image. */
  readonly imageParts: number;
}

/** A template as it is chosen. */
export interface TemplateSummary {
  readonly template: string;
  readonly title: Translated;
  /** Whether it belongs to the study; the others come with the product and suit any. */
  readonly isOwn: boolean;
  /** 0 for one that comes with the product. */
  readonly version: number;
  /** Its Markdown, in each language where it comes with the product. */
  readonly markdown: Translated;
}

/** Answer of `GET /api/studies/:study/reports`. */
export interface ReportList {
  readonly templates: readonly TemplateSummary[];
  /** First and last day with a response; `null` for a study without. */
  readonly days: { readonly first: string; readonly last: string } | null;
}
