import { randomBytes } from "node:crypto";
import { Router, type Request, type Response } from "express";
import type { Language } from "../../../surveys/language.ts";
import type { Clock } from "../../clock.ts";
import type { Assets } from "../../http/assets.ts";
import { collectorName } from "../../collectors/collectorsApi.ts";
import { languageOf } from "../../http/language.ts";
import { calendarDay } from "../calendarDay.ts";
import { studyName } from "../fieldingApi.ts";
import { openingOn } from "../opening.ts";
import type { QuestionnaireStore } from "../questionnaireStore.ts";
import type { Study } from "../study.ts";
import type { StudyStore } from "../studyStore.ts";
import { previewPage, questionnairePage, statePage, type PageFrame } from "./pages.ts";
import { closedTexts, pageTexts } from "./pageTexts.ts";

/** What the respondent's page needs. */
export interface PageParts {
  readonly studies: StudyStore;
  readonly questionnaires: QuestionnaireStore;
  readonly clock: Clock;
  readonly assets: Assets;
}

/** The page of a study for anyone who follows its link: the questionnaire, or why there is none just now. */
export function createPageRoutes({ studies, questionnaires, clock, assets }: PageParts): Router {
  const router = Router();

  router.get("/s/:study", async (request, response) => {
    const name = request.params.study;
    const study = studyName.safeParse(name).success ? await studies.find(name) : null;
    const frame = frameOf(request, response, study);
    if (study === null) {
      const { unknownTitle, unknownBody } = pageTexts;
      response.status(404).send(statePage(unknownTitle[frame.language], { body: unknownBody[frame.language], frame }));
      return;
    }
    const version = (await questionnaires.versions(study.study)).at(-1);
    const opening = version === undefined ? "study-draft" : openingOn(calendarDay(clock(), study.timeZone), study);
    if (opening !== "open" || version === undefined) {
      const { title, body } = closedTexts[opening === "open" ? "study-draft" : opening];
      response.send(statePage(title[frame.language], { body: body[frame.language], frame }));
      return;
    }
    response.send(questionnairePage({ study, version, programs: assets.program("respond") }, frame));
  });

  router.get("/preview", (request, response) => {
    const language = languageOf(request);
    const nonce = randomBytes(16).toString("base64");
    response.set({
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": previewPolicy(nonce),
      "X-Frame-Options": "SAMEORIGIN",
    });
    response.send(previewPage(assets.program("respond"), { language, nonce, otherLanguage: null }));
  });

  return router;
}

/** Chooses the language among the study's, and sets the headers that the page's own style and script need. */
function frameOf(request: Request, response: Response, study: Study | null): PageFrame {
  const offered: readonly Language[] = study?.languages ?? ["zh-CN", "en"];
  // Chinese unless English was chosen: a phone set to English in a Chinese village is no choice.
  const asked = request.query["lang"] === undefined ? "zh-CN" : languageOf(request);
  const language = offered.includes(asked) ? asked : (offered[0] ?? "zh-CN");
  const other = offered.find((candidate) => candidate !== language);
  const nonce = randomBytes(16).toString("base64");
  response.set({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy(nonce),
    "Content-Language": language,
  });
  const collector = collectorName.safeParse(request.query["c"]);
  const link = new URLSearchParams({ lang: other ?? language, ...(collector.success && { c: collector.data }) });
  return { language, nonce, otherLanguage: other === undefined ? null : `?${link.toString()}` };
}

function policy(nonce: string): string {
  return [...whatAPageMay(nonce), "connect-src 'self'", "frame-ancestors 'none'"].join("; ");
}

/** In a frame of the workbench, with an origin of its own; it can send nothing anywhere. */
function previewPolicy(nonce: string): string {
  return [...whatAPageMay(nonce), "connect-src 'none'", "frame-ancestors 'self'", "sandbox allow-scripts"].join("; ");
}

function whatAPageMay(nonce: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // SurveyJS sets widths as style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
  ];
}
