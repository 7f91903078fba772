import type { AnswerPath } from "./codebook.ts";

/** The value at a path of an answers object; `undefined` where there is none. Sees own members only. */
export function valueAt(answers: unknown, path: AnswerPath): unknown {
  let value = answers;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
