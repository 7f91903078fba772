import { Router, type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import type { Language } from "../../../surveys/language.ts";
import type { Config } from "../../config.ts";
import { bytesOf, formBytes, jsonBody } from "../../http/body.ts";
import { callersLimit } from "../../http/callersLimit.ts";
import { ownStudy, type Guard } from "../../http/guard.ts";
import { languageOf } from "../../http/language.ts";
import { readQuery } from "../../http/query.ts";
import { pagePolicy, servedPage } from "../../http/servedPage.ts";
import { Problem, problemTitle } from "../../problem.ts";
import type { ArticleChecks } from "./articleChecks.ts";
import { articleToCheck, mostArticleBytes } from "./checkApi.ts";
import { checkPage } from "./checkPage.ts";
import { checkWords } from "./checkWords.ts";

/** What the addresses of checks need. */
export interface CheckRoutesParts {
  readonly articleChecks: ArticleChecks;
  readonly guard: Guard;
  readonly config: Config;
}

/** A form writes a byte that is no letter as three. */
const mostFormBytes = 3 * mostArticleBytes + 1000;
const jsonLimits = { bytes: 2 * mostArticleBytes, depth: 2, members: 10 };

/** The page on which everyone may check an article, and the address that the workbench asks. */
export function createCheckRoutes({ articleChecks, guard, config }: CheckRoutesParts): Router {
  const router = Router();
  const limit = callersLimit(config.CHECKS_PER_MINUTE);
  const readForm = formBytes(mostFormBytes);

  router.get(
    "/check",
    servedPage(refused, async (request, response, frame) => {
      const { study } = readQuery(z.strictObject({ study: z.string().max(100).optional() }), request);
      mayBeSent(response, frame.nonce);
      const studies = await articleChecks.studies();
      // Where there is one study only, it is the one that is meant.
      const chosen = study ?? (studies.length === 1 ? studies[0]?.study : undefined) ?? null;
      return checkPage({ studies, study: chosen, text: "", check: null }, frame);
    }),
  );

  router.post(
    "/check",
    servedPage(refused, async (request, response, frame) => {
      readQuery(z.strictObject({}), request);
      await passes(limit, request, response);
      await passes(readForm, request, response);
      mayBeSent(response, frame.nonce);
      const fields = new URLSearchParams(Buffer.from(bytesOf(request)).toString("utf8"));
      const text = fields.get("text") ?? "";
      const studies = await articleChecks.studies();
      const study = studyAmong(studies, fields.get("study") ?? "");
      const check = await articleChecks.check(text, { study, language: frame.language });
      return checkPage({ studies, study, text, check }, frame);
    }),
  );

  router.post(
    "/api/studies/:study/article-check",
    guard("see-estimates"),
    jsonBody(articleToCheck, jsonLimits),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      const { text } = articleToCheck.parse(request.body);
      response.json(await articleChecks.check(text, { study, language: languageOf(request) }));
    },
  );

  return router;
}

/** @throws {Problem} `not-found` for a study of which nothing is public. */
function studyAmong(studies: readonly { readonly study: string }[], named: string): string | null {
  if (named === "" || studies.some(({ study }) => study === named)) return named === "" ? null : named;
  throw new Problem("not-found", [
    {
      field: "study",
      code: "no-results",
      message: { "zh-CN": "这项调查没有公开的结果", en: "There are no public results of this study" },
    },
  ]);
}

/** The page has a form, whose sender must be known to be the page itself: with no referrer, browsers would not say so. */
function mayBeSent(response: Response, nonce: string): void {
  response.set({
    "Content-Security-Policy": pagePolicy(nonce, "'none'", "'self'"),
    "Referrer-Policy": "same-origin",
  });
}

/** Waits until a handler lets a request pass; throws what it refuses it with. */
function passes(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: unknown): void => {
      if (error === undefined) resolve();
      else reject(isTooLarge(error) ? new Problem("too-large") : (error as Error));
    };
    void Promise.resolve(handler(request, response, settle)).catch(reject);
  });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "type" in error && error.type === "entity.too.large";
}

/** Whatever was wrong with what was sent is said on a page. */
function refused(problem: Problem, language: Language): { title: string; text: string } | null {
  if (problem.status >= 500) return null;
  const text = problem.faults.map(({ message }) => message[language]);
  return { title: checkWords.notChecked[language], text: [problemTitle(problem, language), ...text].join(" · ") };
}
