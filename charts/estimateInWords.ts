import type { Estimate } from "../stats/estimate.ts";
import type { Language } from "../surveys/language.ts";
import { formatCount, formatUncertainty } from "./format.ts";
import { judge } from "./judgement.ts";
import { textOf, unitOf } from "./mark.ts";
import { cautionIs } from "./words.ts";

/**
 * An estimate for a sentence, with all that belongs to it: `27.0% (95% interval 26.2%–27.8%, n = 26,900)`; why it is not
 * shown, where it is not. No line ends within `n = 26,900`.
 */
export function estimateInWords(estimate: Estimate, language: Language): string {
  const judgement = judge(estimate);
  const value = textOf(estimate, language);
  if (judgement.kind === "not-shown") return value;
  const { interval, n } = judgement.estimate;
  const isChinese = language === "zh-CN";
  const ends = formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n });
  const level = interval === null ? "" : `${Math.round(interval.level * 1000) / 10}%`;
  const named = interval === null ? ends : isChinese ? `${level} 区间 ${ends}` : `${level} interval ${ends}`;
  const parts = [
    named,
    `n\u00a0=\u00a0${formatCount(n, language)}`,
    ...(judgement.needsCaution ? [cautionIs(language)] : []),
  ];
  return isChinese ? `${value}（${parts.join("，")}）` : `${value} (${parts.join(", ")})`;
}
