import { formatCount, formatDifference, formatMean } from "../../../../charts/format.ts";
import type { Contrast } from "../../../../server/contrasts/contrastsApi.ts";
import type { Interval } from "../../../../stats/estimate.ts";
import type { Language } from "../../../../surveys/language.ts";
import { isComparable } from "./contrastFigure.ts";

/** A difference with its sign: `+1.23`, `−0.40`. */
export function signedDifference(value: number, language: Language): string {
  return formatDifference(value, "mean", { language, plus: "+" });
}

/** Both ends of a difference's interval, with their signs. */
export function signedInterval({ lower, upper }: Interval, language: Language): string {
  const between = language === "zh-CN" ? " 至 " : " to ";
  return signedDifference(lower, language) + between + signedDifference(upper, language);
}

/**
 * A contrast as one careful sentence: who is higher by how much, and what remains with other things held fixed. It says
 * nothing about which causes which; `null` where there is nothing to say.
 */
export function contrastSentence(
  contrast: Contrast,
  { claim, outcome }: { claim: string; outcome: string },
  language: Language,
): string | null {
  const { difference, adjustedDifference, one, other } = contrast;
  if (!isComparable(contrast) || difference.kind === "not-estimable") return null;
  const raw = amount(difference, language);
  const held = adjustedDifference?.kind === "adjusted-difference" ? amount(adjustedDifference, language) : null;
  const [believe = "", doubt = ""] = [one.n, other.n].map((n) => formatCount(n, language));
  if (language === "zh-CN") {
    const before = `${outcome}：相信“${claim}”的人（n ${believe}）与被问到而不相信的人（n ${doubt}）相比，${raw}`;
    return held === null ? `${before}。` : `${before}；上列变量相同时，${held}。`;
  }
  const before = `${outcome}: people who believe “${claim}” (n ${believe}), compared with those who were asked and do not (n ${doubt}): ${raw}`;
  return held === null ? `${before}.` : `${before}; with the variables above held fixed, ${held}.`;
}

function amount({ value, interval }: { value: number; interval: Interval }, language: Language): string {
  const size = formatMean(Math.abs(value), language);
  const around = signedInterval(interval, language);
  const isClear = interval.lower > 0 || interval.upper < 0;
  if (language === "zh-CN")
    return isClear
      ? `平均${value > 0 ? "高" : "低"} ${size} 分（95% 区间 ${around}）`
      : `看不出差异（95% 区间 ${around} 分）`;
  return isClear
    ? `on average ${size} points ${value > 0 ? "higher" : "lower"} (95% interval ${around})`
    : `no difference that can be told (95% interval ${around} points)`;
}
