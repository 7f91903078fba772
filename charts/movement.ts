import type { AnalysisChange, AnalysisTrend, AnalysisWindow } from "../server/analysis/analysisApi.ts";
import type { Language } from "../surveys/language.ts";
import { formatDayOfYear, formatDifference, formatPValue } from "./format.ts";

/** What is followed, for its words: shares move by percentage points, means by their own unit. */
export interface Moving {
  readonly unit: "share" | "mean";
  readonly language: Language;
}

/** What a p value must be below for a movement to be told. */
const significant = 0.05;

/**
 * A trend in words: `rose by 12.3 points (95% interval 10.1 to 14.5) from 30 January to 4 March; p < 0.001`, or that none
 * can be told, with the change that was found and its interval all the same.
 */
export function trendInWords(trend: AnalysisTrend, { unit, language }: Moving): string {
  if (trend.kind === "not-estimable") return untold(trend, language);
  const { overall, pValue } = trend;
  const isChinese = language === "zh-CN";
  const days = daysInWords(overall, language);
  const p = pValue === null ? "" : formatPValue(pValue, language);
  if (pValue === null || pValue >= significant) {
    const found = differenceInWords(overall, { unit, language, plus: "+" });
    return isChinese ? `看不出趋势：${days}变化 ${found}；${p}` : `No trend can be told: ${found} ${days}; ${p}`;
  }
  const { value, interval } = overall;
  const isRise = value > 0;
  const size = isRise
    ? { value, interval }
    : { value: -value, interval: { ...interval, lower: -interval.upper, upper: -interval.lower } };
  const by = differenceInWords(size, { unit, language });
  return isChinese
    ? `${days}${isRise ? "上升" : "下降"} ${by}；${p}`
    : `${isRise ? "Rose" : "Fell"} by ${by} ${days}; ${p}`;
}

/** Whether a straight line is too simple for a trend, in words; `null` where it is not. */
export function bendInWords(trend: AnalysisTrend, { language }: Moving): string | null {
  if (trend.kind === "not-estimable" || trend.bendPValue === null || trend.bendPValue >= significant) return null;
  const p = formatPValue(trend.bendPValue, language);
  return language === "zh-CN"
    ? `走势有弯折，直线过于简单（${p}）：请看曲线，不要只比较首尾。`
    : `The line bends; a straight one is too simple (${p}). Read its course and not only its ends.`;
}

/** The change since a week ago in words, or why there is none. */
export function changeInWords(change: AnalysisChange, { unit, language }: Moving): string {
  if (change.kind === "not-estimable") return whyNoChange[change.reason][language];
  const { estimate, pValue, from, smallestDetectable } = change;
  const isChinese = language === "zh-CN";
  const found = differenceInWords(estimate, { unit, language, plus: "+" });
  const since = isChinese ? `与${daysOf(from, language)}相比` : `since ${daysOf(from, language)}`;
  const p = formatPValue(pValue, language);
  const told = isChinese ? `${since} ${found}；${p}` : `${found} ${since}; ${p}`;
  if (pValue < significant) return told;
  const least = points(smallestDetectable, { unit, language });
  return isChinese
    ? `${told}。看不出变化；变化达到 ${least}才有八成把握察觉`
    : `${told}. No change can be told; one of ${least} would be noticed four times out of five`;
}

type Difference = Pick<Extract<AnalysisTrend, { kind: "trend" }>["overall"], "value"> & {
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number } | null;
};

/** `12.3 points (95% interval 10.1 to 14.5)`. */
function differenceInWords(
  { value, interval }: Difference,
  { unit, language, plus = "" }: Moving & { plus?: "+" | "" },
): string {
  const isChinese = language === "zh-CN";
  const found = points(value, { unit, language, plus });
  if (interval === null) return found;
  const end = (height: number): string => formatDifference(height, unit, { language, plus });
  const level = `${Math.round(interval.level * 1000) / 10}%`;
  return isChinese
    ? `${found}（${level} 区间 ${end(interval.lower)} 至 ${end(interval.upper)}）`
    : `${found} (${level} interval ${end(interval.lower)} to ${end(interval.upper)})`;
}

function points(value: number, { unit, language, plus = "" }: Moving & { plus?: "+" | "" }): string {
  const written = formatDifference(value, unit, { language, plus });
  if (unit === "mean") return language === "zh-CN" ? `${written} ` : written;
  return language === "zh-CN" ? `${written} 个百分点` : `${written} points`;
}

function daysInWords({ from, to }: AnalysisWindow, language: Language): string {
  const [first, last] = [formatDayOfYear(from, language), formatDayOfYear(to, language)];
  return language === "zh-CN" ? `${first}至${last}` : `from ${first} to ${last}`;
}

function daysOf({ from, to }: AnalysisWindow, language: Language): string {
  const [first, last] = [formatDayOfYear(from, language), formatDayOfYear(to, language)];
  if (from === to) return last;
  return language === "zh-CN" ? `${first}至${last}` : `${first} – ${last}`;
}

function untold({ within, reason }: Extract<AnalysisTrend, { kind: "not-estimable" }>, language: Language): string {
  const days = daysInWords(within, language);
  const why = whyNoTrend[reason][language];
  return language === "zh-CN" ? `${days}没有趋势可算：${why}` : `No trend can be worked out ${days}: ${why}`;
}

type Words = Readonly<Record<Language, string>>;

const tooFew: Words = { "zh-CN": "回答太少", en: "too few answers" };
const nobody: Words = { "zh-CN": "无人回答", en: "no answers" };
const oneCluster: Words = { "zh-CN": "只有一个抽样群", en: "all from a single cluster" };

const whyNoTrend: Readonly<Record<Extract<AnalysisTrend, { kind: "not-estimable" }>["reason"], Words>> = {
  "no-data": nobody,
  "n-too-small": tooFew,
  "lonely-psu": oneCluster,
  "outcome-constant": { "zh-CN": "所有人的回答相同", en: "everybody answered the same" },
  collinear: { "zh-CN": "回答都在同一天", en: "all answers are of one day" },
  separation: { "zh-CN": "各天的回答完全分开", en: "the days tell the answers apart without fail" },
};

const whyNoChange: Readonly<Record<Extract<AnalysisChange, { kind: "not-estimable" }>["reason"], Words>> = {
  "no-week-before": { "zh-CN": "一周前没有可比的点", en: "There is no point of a week before" },
  "no-data": { "zh-CN": "两周中有一周无人回答", en: "Nobody answered in one of the two" },
  "n-too-small": { "zh-CN": "回答太少，无法比较", en: "Too few answers to compare" },
  "no-variance": { "zh-CN": "所有人的回答相同", en: "Everybody answered the same" },
  "lonely-psu": { "zh-CN": "只有一个抽样群，无法比较", en: "All from a single cluster: nothing to compare" },
  "raking-did-not-converge": { "zh-CN": "加权未收敛", en: "The weighting did not converge" },
  "table-degenerate": { "zh-CN": "无法比较", en: "Nothing to compare" },
  "crosses-break": { "zh-CN": "期间措辞有变，不能比较", en: "The wording changed in between: not to be compared" },
  withheld: { "zh-CN": "人数不足，不公布", en: "Too few to publish" },
  "tells-of-few": { "zh-CN": "会透露少数人，不公布", en: "Would tell of few, not published" },
  "all-alike": { "zh-CN": "回答完全一致，不公布", en: "All answered alike, not published" },
  "windows-overlap": { "zh-CN": "两个时段重叠，不能比较", en: "The two overlap: not to be compared" },
};
