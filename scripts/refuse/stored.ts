import { isDeepStrictEqual } from "node:util";
import type { Response } from "../../server/fielding/response.ts";
import type { Expected } from "./corpus.ts";

/** What is wrong with what was kept of a submission that was taken; `null` when nothing is. */
export function keptFault(
  kept: readonly Response[],
  { expected, sent }: { expected: Expected; sent: Readonly<Record<string, unknown>> | null },
): string | null {
  const { neverStored = {} } = expected;
  for (const [name, value] of Object.entries(neverStored))
    if (kept.some((response) => holds(response, name, value))) return `${name} is kept as ${JSON.stringify(value)}`;
  if (sent === null) return null;
  for (const { answers } of kept) {
    const changed = Object.entries(answers).find(
      ([name, value]) => !Object.hasOwn(neverStored, name) && !isDeepStrictEqual(value, plainZero(sent[name])),
    );
    if (changed !== undefined) return `the answer ${changed[0]} was changed`;
  }
  return null;
}

/** Whether something in a value is called `name` and is `value`. */
function holds(within: unknown, name: string, value: unknown): boolean {
  if (typeof within !== "object" || within === null) return false;
  if (Object.hasOwn(within, name) && isDeepStrictEqual((within as Record<string, unknown>)[name], value)) return true;
  return Object.values(within).some((member) => holds(member, name, value));
}

/** JSON writes minus zero as zero. */
function plainZero(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
