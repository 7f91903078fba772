import { createHmac, randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { rateLimit, type Options } from "express-rate-limit";
import { Problem } from "../problem.ts";

/**
 * Bounds requests from one network address, known only as a hash under a salt of this process: who asks for more in a
 * minute is told to wait.
 *
 * @param counted which requests count; all of them when left out.
 */
export function callersLimit(
  perMinute: number,
  counted: Partial<Pick<Options, "skipSuccessfulRequests">> = {},
): RequestHandler {
  const salt = randomBytes(32);
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    ...counted,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: ({ ip = "" }) => createHmac("sha256", salt).update(ip).digest("base64"),
    handler: (_request, _response, next) => {
      next(new Problem("too-many-requests", [], 60));
    },
  });
}
