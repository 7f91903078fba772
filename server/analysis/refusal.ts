import type { Translated } from "../../surveys/language.ts";
import { Problem } from "../problem.ts";

/** A part of a request that cannot be met; `field` is its path in the request. */
export function refusal(field: string, code: string, message: Translated): Problem {
  return new Problem("invalid-parameter", [{ field, code, message }]);
}
