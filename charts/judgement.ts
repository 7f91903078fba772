import type { Estimate, Estimated } from "../stats/estimate.ts";

/** Why a number is not shown: nobody answered, too few did, or it could be nearly anything. */
export type WhyNotShown = "no-answers" | "too-few-answers" | "too-uncertain";

/** What a page or figure does with an estimate. */
export type Judgement =
  | { readonly kind: "shown"; readonly estimate: Estimated; readonly needsCaution: boolean }
  | { readonly kind: "not-shown"; readonly why: WhyNotShown };

const fewestAnswers = 30;

/** Whether an estimate is shown. The one place that turns a reliability flag into something to see. */
export function judge(estimate: Estimate): Judgement {
  if (estimate.kind === "not-estimable")
    return { kind: "not-shown", why: estimate.n === 0 ? "no-answers" : "too-few-answers" };
  if (estimate.reliability === "suppress")
    return { kind: "not-shown", why: estimate.n < fewestAnswers ? "too-few-answers" : "too-uncertain" };
  return { kind: "shown", estimate, needsCaution: estimate.reliability !== "present" };
}
