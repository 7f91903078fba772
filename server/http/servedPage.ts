import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { Language } from "../../surveys/language.ts";
import { saying, type PageFrame } from "../figures/page/pageFrame.ts";
import { Problem } from "../problem.ts";
import { createKeptPages, encodings } from "./keptPages.ts";
import { languageOf } from "./language.ts";

/** What a page says in place of what was asked for; `null` leaves a failure to whom it concerns. */
export type SaidInstead = (problem: Problem, language: Language) => { title: string; text: string } | null;

/** What a page shows that is the same for everyone: the same object while it is the same, and how it is written. */
export interface KeptContent {
  readonly of: object;
  readonly write: (frame: PageFrame) => string;
  /** Whose pages may hold it in a frame; nobody's where it is left out. */
  readonly ancestors?: string;
}

/** Answers with a page for everyone, written anew or kept, and where there is nothing to see, with one that says so. */
export function servedPage(
  instead: SaidInstead,
  write: (request: Request, response: Response, frame: PageFrame) => Promise<string | KeptContent>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const language = languageOf(request);
    const nonce = randomBytes(16).toString("base64");
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query)) if (typeof value === "string") query.set(name, value);
    query.set("lang", language === "en" ? "zh-CN" : "en");
    const frame: PageFrame = { language, nonce, otherLanguage: `?${query.toString()}` };
    response.set({
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Cache-Control": "no-store",
      "Content-Security-Policy": pagePolicy(nonce, "'none'"),
    });
    response.vary("Accept-Language");
    try {
      const page = await write(request, response, frame);
      if (typeof page === "string") response.send(page);
      else await sendKept(page, frame, { request, response });
    } catch (error) {
      const said = error instanceof Problem ? instead(error, language) : null;
      if (said === null || !(error instanceof Problem)) throw error;
      if (error.retryAfterSeconds !== null) response.set("Retry-After", String(error.retryAfterSeconds));
      response.status(error.status).send(saying(said.title, said.text, frame));
    }
  };
}

const keptPage = createKeptPages();

async function sendKept(
  { of, write, ancestors = "'none'" }: KeptContent,
  frame: PageFrame,
  { request, response }: { request: Request; response: Response },
): Promise<void> {
  const name = JSON.stringify([request.path, frame.language, frame.otherLanguage]);
  const kept = keptPage(of, name, (nonce) => write({ ...frame, nonce }));
  response.set({ "Content-Security-Policy": pagePolicy(kept.nonce, ancestors), ETag: kept.etag });
  response.vary("Accept-Encoding");
  const encoding = encodings.find((each) => request.acceptsEncodings(each) === each);
  if (encoding === undefined) response.send(kept.html);
  // What is compressed already is left alone by the middleware that compresses.
  else response.set("Content-Encoding", encoding).send(await kept.compressed(encoding));
}

/**
 * What a page for everyone may do: its own styles and script, nothing from elsewhere.
 *
 * @param ancestors whose pages may hold it in a frame.
 * @param forms where it may send a form.
 */
export function pagePolicy(nonce: string, ancestors: string, forms: "'none'" | "'self'" = "'none'"): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src data:",
    "base-uri 'none'",
    `form-action ${forms}`,
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}

/** Caches may keep what is public for a minute. */
export function keptForAMinute(response: Response): void {
  response.set("Cache-Control", "public, max-age=60").vary("Accept-Language");
}

/** Pages of other sites may show and read it: it is public, and no cookie goes with it. */
export function openToAll(response: Response): void {
  response.set({ "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" });
}
