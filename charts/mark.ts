import type { Estimate } from "../stats/estimate.ts";
import type { Language } from "../surveys/language.ts";
import type { Mark } from "./figure.ts";
import { formatMean, formatShare } from "./format.ts";
import { judge } from "./judgement.ts";
import { whyNotShown } from "./words.ts";

/** What is drawn of an estimate; `null` when it is not to be shown. */
export function markOf(estimate: Estimate): Mark | null {
  const judgement = judge(estimate);
  if (judgement.kind === "not-shown") return null;
  const { value, interval, whyNoInterval } = judgement.estimate;
  return { value, interval, whyNoInterval };
}

/** An estimate's number, or why it is not shown. */
export function textOf(estimate: Estimate, language: Language): string {
  const judgement = judge(estimate);
  if (judgement.kind === "not-shown") return whyNotShown(judgement.why, language);
  const { statistic, value, n } = judgement.estimate;
  return statistic === "share" ? formatShare(value, { language, n }) : formatMean(value, language);
}
