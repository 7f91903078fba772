import type { Request } from "express";
import type { z } from "zod";
import { faultsOf } from "./faults.ts";
import { Problem } from "../problem.ts";

/**
 * The query string of a request after its check; `lang`, which every address takes, is left to `languageOf`.
 *
 * @throws {Problem} `invalid-parameter`, naming each parameter that is unknown, repeated or out of range.
 */
export function readQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(request.query).filter(([name]) => name !== "lang"));
  const outcome = schema.safeParse(given);
  if (outcome.success) return outcome.data;
  throw new Problem("invalid-parameter", faultsOf(outcome.error));
}
