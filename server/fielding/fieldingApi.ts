import { z } from "zod";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Definition } from "../../surveys/definition.ts";
import { languages, type Language, type Translated } from "../../surveys/language.ts";
import { templates, type TemplateName } from "../../surveys/questionnaires/templates.ts";
import type { DeclaredChange } from "../../surveys/revision/definitionChange.ts";
import { collectorName } from "../collectors/collectorsApi.ts";
import { pageLimit } from "../pageLimit.ts";

/** A study's name in addresses: lower-case letters, digits and hyphens. */
export const studyName = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** A page of a list: `limit` from 1 to 200, and the `cursor` the page before gave. */
export const pageQuery = z.strictObject({
  limit: pageLimit,
  cursor: z.string().max(200).optional(),
});

/** A short text in both languages. */
export const translated = z.strictObject({ "zh-CN": z.string().min(1).max(200), en: z.string().min(1).max(200) });

/** Body of `POST /api/studies/:study/copies`: a study with every setting of the one in the address, and none of its responses. */
export const studyCopy = z.strictObject({
  study: studyName,
  title: translated,
  timeZone: z.string().max(64).default("Asia/Shanghai"),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .max(languages.length)
    .default([...languages]),
  /** First and last day on which answers are taken, in the study's time zone. */
  firstDay: z.iso.date().nullable().default(null),
  lastDay: z.iso.date().nullable().default(null),
});

/** Body of `POST /api/studies`; `template` is what its questionnaire begins as, to be changed before it is fielded. */
export const newStudy = studyCopy.extend({
  template: z.enum(Object.keys(templates) as [TemplateName, ...TemplateName[]]).default("empty"),
});

/** Body of `PATCH /api/studies/:study`. The time zone says which day an answer is of: it stays once there are answers. */
export const studyChange = z.strictObject({
  state: z.enum(["draft", "open", "closed"]).optional(),
  title: translated.optional(),
  timeZone: z.string().max(64).optional(),
  languages: z.array(z.enum(languages)).min(1).max(languages.length).optional(),
  firstDay: z.iso.date().nullable().optional(),
  lastDay: z.iso.date().nullable().optional(),
});

/**
 * Body of `POST /api/studies/:study/responses`, without its `answers`, which the fielded version's own check reads.
 *
 * `submissionKey` is made at random by the client, once for a person's answers: sending it twice keeps one response.
 * `questionnaireVersion` left out means the version now fielded. Times are whole or broken seconds on each page.
 */
export const submission = z.strictObject({
  submissionKey: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  questionnaireVersion: z.number().int().min(1).optional(),
  collector: collectorName.optional(),
  language: z.enum(languages).optional(),
  timing: z
    .strictObject({
      seconds: z.number().min(0).max(86_400),
      pages: z.array(z.number().min(0).max(86_400)).max(100).optional(),
    })
    .optional(),
  answers: z.unknown(),
});

/** What a client sends for one person's answers. */
export type Submission = z.infer<typeof submission>;

/** Answer of `POST /api/studies/:study/responses`: 201 when kept now, 200 when it had been kept before. */
export interface Receipt {
  readonly study: string;
  readonly submissionKey: string;
  /** The respondent's own code, four groups of four letters and digits: `7KQ2-M9XF-…`. */
  readonly receipt: string;
}

/** Whether a study takes answers just now, and why not. */
export type StudyOpening = "open" | "study-draft" | "study-not-yet-open" | "study-over" | "study-closed";

/** Answer of `GET /api/studies/:study/questionnaire`: what a respondent's browser needs, for anyone. */
export interface FieldedQuestionnaire {
  readonly study: string;
  readonly title: Translated;
  readonly simulated: boolean;
  readonly languages: readonly Language[];
  readonly questionnaireVersion: number;
  /** SurveyJS definition without what only the server needs. */
  readonly definition: Definition;
}

/** A study as its researchers see it. */
export interface StudySummary {
  readonly study: string;
  readonly title: Translated;
  readonly state: "draft" | "open" | "closed";
  readonly opening: StudyOpening;
  readonly simulated: boolean;
  readonly timeZone: string;
  readonly languages: readonly Language[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly questionnaireVersion: number | null;
  readonly responses: number;
}

/** Answer of `GET /api/studies`. */
export interface StudyList {
  readonly studies: readonly StudySummary[];
  readonly nextCursor: string | null;
}

/** Query of `POST /api/studies/:study/versions`, whose body is the definition: how it relates to the version before. */
export const versionQuery = z.strictObject({ relation: z.enum(["same", "changed", "broken"]).default("changed") });

/** Answer of `POST /api/studies/:study/versions` and `GET /api/studies/:study/versions/:version`. */
export interface QuestionnaireVersionSummary {
  readonly study: string;
  readonly questionnaireVersion: number;
  readonly relation: "first" | "same" | "changed" | "broken";
  /** What was said of each change since the version before; empty where it was said of the version as a whole. */
  readonly changes: readonly DeclaredChange[];
  readonly definition: Definition;
  readonly codebook: Codebook;
}
