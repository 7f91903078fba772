import type { AffectingProblem } from "../analysis/analysisApi.ts";
import { variablesIn } from "./askedOf.ts";
import type { Asking } from "./asking.ts";
import type { Look } from "./figuresApi.ts";

/**
 * What is known to be wrong with the answers that a figure is made from, by the first day of each.
 *
 * @param upTo the last day that the figure has answers of, for a frozen one: what happens later does not touch it.
 */
export async function figureProblems(
  { study, look, upTo = null }: { study: string; look: Look; upTo?: string | null },
  asking: Asking,
): Promise<AffectingProblem[]> {
  const names = variablesIn(look);
  const found = await Promise.all(
    shownIn(look).map(({ filter, weight, from, to }) =>
      asking.problems(study, { names, filter, weight, from, to: earlier(to, upTo) }),
    ),
  );
  // Each once, though both periods of a slope may have it.
  const all = new Map(found.flat().map((problem) => [problem.id, problem]));
  return [...all.values()].sort((one, other) => one.days.from.localeCompare(other.days.from));
}

/** Of whom a figure is, and of which days: each of its periods. */
function shownIn(look: Look) {
  switch (look.kind) {
    case "slope":
      return look.periods.map((period) => ({ ...look.request, ...period }));
    case "rumours":
      return [look];
    default:
      return [look.request];
  }
}

/** The earlier of two last days, of which either may be open. */
export function earlier(to: string | undefined, upTo: string | null): string | undefined {
  if (to === undefined) return upTo ?? undefined;
  return upTo === null || to < upTo ? to : upTo;
}
