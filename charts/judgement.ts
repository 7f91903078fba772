import type { Estimate, Estimated, NotEstimable } from "../stats/estimate.ts";

/**
 * Why a number is not shown: nobody answered, too few did, it could be nearly anything, it would hold answers to two
 * wordings, or in public it is of too few, would tell of few beside other public numbers, or is of people who all said
 * the same.
 */
export type WhyNotShown = "no-answers" | "too-few-answers" | "too-uncertain" | "two-wordings" | WhyNotPublic;

/** Why a number that there is may not be public. */
type WhyNotPublic = Extract<NotEstimable["reason"], "withheld" | "tells-of-few" | "all-alike">;

/** What a page or figure does with an estimate. */
export type Judgement =
  | { readonly kind: "shown"; readonly estimate: Estimated; readonly needsCaution: boolean }
  | { readonly kind: "not-shown"; readonly why: WhyNotShown };

const fewestAnswers = 30;

/** Whether an estimate is shown. The one place that turns a reliability flag into something to see. */
export function judge(estimate: Estimate): Judgement {
  if (estimate.kind === "not-estimable") return { kind: "not-shown", why: whyNotEstimable(estimate) };
  if (estimate.reliability === "suppress")
    return { kind: "not-shown", why: estimate.n < fewestAnswers ? "too-few-answers" : "too-uncertain" };
  return { kind: "shown", estimate, needsCaution: estimate.reliability !== "present" };
}

function whyNotEstimable({ n, reason }: NotEstimable): WhyNotShown {
  if (reason === "withheld" || reason === "tells-of-few" || reason === "all-alike") return reason;
  if (n === 0) return "no-answers";
  return reason === "crosses-break" ? "two-wordings" : "too-few-answers";
}
