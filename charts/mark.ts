import type { Estimate, Estimated } from "../stats/estimate.ts";
import type { Language } from "../surveys/language.ts";
import type { Mark } from "./figure.ts";
import { formatValue, type Unit } from "./format.ts";
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
  const { value, n } = judgement.estimate;
  return formatValue(value, unitOf(judgement.estimate), { language, n });
}

/** How an estimate's number is written: as a share, as a net of two shares, or as a mean. */
export function unitOf({ statistic }: Pick<Estimated, "statistic">): Unit {
  if (statistic === "share" || statistic === "gap") return "share";
  return statistic === "net" ? "net" : "mean";
}
