import express, { type Request, type RequestHandler } from "express";
import type { z } from "zod";
import { readJson } from "../fielding/json/readJson.ts";
import { Problem } from "../problem.ts";
import { faultsOf } from "./faults.ts";

/** How large a body of one address may be. */
export interface BodyLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Object members and list items together. */
  readonly members: number;
}

/** Enough for a long questionnaire answered at length. */
export const answerLimits: BodyLimits = { bytes: 131_072, depth: 20, members: 5_000 };

/** Enough for a large questionnaire definition, whose own check bounds the rest. */
export const definitionBytes = 2_097_152;

/**
 * Reads the bytes of a JSON body into `request.body`, refusing what is not JSON in UTF-8, compressed, or too large.
 *
 * Express's own JSON parser is not used: it replaces broken UTF-8, keeps the last of two equal keys and lets
 * prototype names through.
 */
export function jsonBytes(mostBytes: number): RequestHandler {
  return bytesOfType(/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i, mostBytes);
}

/** Reads the bytes of a CSV file into `request.body`, refusing what is compressed on the way, or too large. */
export function csvBytes(mostBytes: number): RequestHandler {
  return bytesOfType(/^text\/csv\s*(?:;\s*charset="?utf-8"?\s*)?$/i, mostBytes);
}

/** Reads the bytes of a form of a page into `request.body`, refusing what is compressed on the way, or too large. */
export function formBytes(mostBytes: number): RequestHandler {
  return bytesOfType(/^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i, mostBytes);
}

function bytesOfType(type: RegExp, mostBytes: number): RequestHandler {
  const read = express.raw({ type: () => true, limit: mostBytes, inflate: false });
  return (request, response, next) => {
    if (!type.test(request.headers["content-type"] ?? "")) throw new Problem("unsupported-media-type");
    read(request, response, next);
  };
}

/**
 * The JSON value of a body that `jsonBytes` has read.
 *
 * @throws {Problem} `malformed-request` naming what could not be read.
 */
export function bodyValue(request: Request, limits: BodyLimits): unknown {
  return readJson(bytesOf(request), limits);
}

/** The bytes that `jsonBytes`, `csvBytes` or `formBytes` has read. */
export function bytesOf(request: Request): Uint8Array {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/**
 * Checks a value from outside against its schema.
 *
 * @throws {Problem} `malformed-request` naming each field at fault.
 */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  throw new Problem("malformed-request", faultsOf(outcome.error));
}

/** Reads and checks a JSON body, small unless said; the handler behind it finds the checked value in `request.body`. */
export function jsonBody(schema: z.ZodType, limits: BodyLimits = answerLimits): RequestHandler {
  const read = jsonBytes(limits.bytes);
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      next(error ?? problemIn(() => (request.body = checked(schema, bodyValue(request, limits)))));
    });
  };
}

/** What `work` throws, or nothing: thrown in a callback, it would pass Express by and end the process. */
function problemIn(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (problem) {
    return problem;
  }
}
