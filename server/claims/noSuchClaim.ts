import { Problem } from "../problem.ts";

/** The same for a claim that is not there, one that is private, and one of somebody else's study. */
export function noSuchClaim(): Problem {
  return new Problem("not-found", [
    { field: "claim", code: "unknown-claim", message: { "zh-CN": "没有这个可核数字", en: "There is no such claim" } },
  ]);
}
