import type { AffectingProblem } from "../analysis/analysisApi.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { Asking } from "../figures/asking.ts";
import { earlier } from "../figures/figureProblems.ts";
import { variablesOfClaim } from "./askedByClaim.ts";
import type { ClaimState } from "./claimsApi.ts";

/**
 * What is known to be wrong with the answers that a claim is made from, by the first day of each. What happens after the
 * day to which its answers go does not touch it.
 */
export async function claimProblems(
  { study: { study, timeZone }, asOf, content }: ClaimState,
  asking: Asking,
): Promise<readonly AffectingProblem[]> {
  const { filter, weight, from, to } = content.request;
  const upTo = calendarDay(new Date(asOf), timeZone);
  const names = variablesOfClaim(content);
  return asking.problems(study, { names, filter, weight, from, to: earlier(to, upTo) });
}
