import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { isStoreFull } from "../database/storeFull.ts";
import { Problem, problemBody, type FieldFault, type ProblemName } from "../problem.ts";
import { languageOf } from "./language.ts";

/**
 * Answers every address nobody else answers.
 *
 * @throws {Problem} `not-found`, always.
 */
export const nothingHere: RequestHandler = (request) => {
  const field = request.path.startsWith("/api/studies") ? "study" : "path";
  throw new Problem("not-found", [
    { field, code: "unknown", message: { "zh-CN": "没有这个地址", en: "There is no such address" } },
  ]);
};

/**
 * Turns whatever was thrown into problem+json. What is not a `Problem` becomes a bare 500 with an error id; the log has
 * that id with the kind and place of the error, never its message, which may quote an answer.
 */
export function problemResponder(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = asProblem(error) ?? unexpected(error, log);
    if (problem.retryAfterSeconds !== null) response.set("Retry-After", String(problem.retryAfterSeconds));
    response
      .status(problem.status)
      .set("Cache-Control", "no-store")
      .type("application/problem+json")
      .send(JSON.stringify(problemBody(problem, languageOf(request))));
  };
}

function unexpected(error: unknown, log: Logger): Problem {
  const errorId = randomUUID();
  log.error({ errorId, ...placeOf(error) }, "unexpected error");
  return new Problem("internal");
}

function placeOf(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { kind: error.name, frames: frames.slice(0, 12) };
}

/** What Express and its body reader throw, by their `type`. */
const readerProblems: Readonly<Record<string, ProblemName>> = {
  "entity.too.large": "too-large",
  "encoding.unsupported": "unsupported-media-type",
  "charset.unsupported": "unsupported-media-type",
  "request.aborted": "malformed-request",
  "request.size.invalid": "malformed-request",
};

function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof URIError) return new Problem("malformed-request");
  if (!(error instanceof Error)) return null;
  const reader = "type" in error && typeof error.type === "string" ? readerProblems[error.type] : undefined;
  if (reader === undefined) return storeProblem(error);
  return new Problem(reader, reader === "too-large" ? [bodyTooLarge] : []);
}

const bodyTooLarge: FieldFault = {
  field: "body",
  code: "too-large",
  message: { "zh-CN": "内容超过允许的大小", en: "This is larger than allowed" },
};

function storeProblem(error: Error): Problem | null {
  if (isStoreFull(error)) return new Problem("store-full", [], 60);
  const cannotReach = /^Mongo(?:ose)?(?:Network|ServerSelection|NotConnected|TopologyClosed|OperationTimeout)/.test(
    error.name,
  );
  return cannotReach ? new Problem("store-unavailable", [], 5) : null;
}
