import type { ScaleFault } from "../../../../stats/scales/scaleFault.ts";
import type { NotEstimable } from "../../../../stats/estimate.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the page of scales says. */
export const scaleTexts = {
  noScales: { "zh-CN": "这份问卷没有标准量表", en: "This questionnaire has no standard scale" },
  noScalesNote: {
    "zh-CN": "在问卷定义的 instruments 中写明量表的题目后，得分、分段和信度会出现在这里。",
    en: "Name a scale’s items under “instruments” in the definition, and its scores, bands and reliability appear here.",
  },
  scale: { "zh-CN": "量表", en: "Scale" },
  every: { "zh-CN": "时段划分", en: "Over time by" },
  day: { "zh-CN": "日（轮次）", en: "Day (wave)" },
  week: { "zh-CN": "周", en: "Week" },
  "7-days": { "zh-CN": "七日滚动", en: "Seven days" },
  mean: { "zh-CN": "平均分", en: "Mean score" },
  positive: { "zh-CN": "筛查阳性", en: "Screening positive" },
  positiveNote: {
    "zh-CN": "占有得分者的比例；筛查阳性不是诊断",
    en: "of those with a score; a positive screen is no diagnosis",
  },
  alpha: { "zh-CN": "α 系数", en: "Cronbach’s alpha" },
  alphaNote: { "zh-CN": "克龙巴赫 α，答完全部题目者", en: "of those who answered every item" },
  omega: { "zh-CN": "ω 系数", en: "McDonald’s omega" },
  omegaNote: { "zh-CN": "单因子；无区间", en: "one factor; no interval is given" },
  noInterval: { "zh-CN": "无区间", en: "no interval" },
  distribution: { "zh-CN": "得分分布", en: "Distribution of scores" },
  scoredIf: { "zh-CN": "计分需答题数", en: "Items needed for a score" },
  overTime: { "zh-CN": "各时段的得分与信度", en: "Scores and reliability over time" },
  overTimeNote: {
    "zh-CN": "先看信度：α 的变化会让平均分的变化难以解释。",
    en: "Look at reliability first: where alpha moves, a move of the mean is hard to read.",
  },
  alphaOf: { "zh-CN": "α 系数与 95% 区间", en: "Alpha with its 95% interval" },
  period: { "zh-CN": "时段", en: "Period" },
  items: { "zh-CN": "各题统计", en: "Item statistics" },
  itemsNote: {
    "zh-CN": "均值来自答了该题的人；其余各列来自答完全部题目的人。",
    en: "Means are of those who answered the item; the other columns of those who answered them all.",
  },
  item: { "zh-CN": "题目", en: "Item" },
  itemMean: { "zh-CN": "均值（分）", en: "Mean (points)" },
  itemRest: { "zh-CN": "题总相关", en: "Item–rest correlation" },
  ifDeleted: { "zh-CN": "删除后 α", en: "Alpha if deleted" },
  loading: { "zh-CN": "因子载荷", en: "Loading" },
  weakItem: { "zh-CN": "与其余题目相关低于 0.3", en: "Correlates below 0.3 with the rest" },
  betterWithout: { "zh-CN": "删除后 α 更高", en: "Alpha is higher without it" },
  lower: { "zh-CN": "下限", en: "lower" },
  upper: { "zh-CN": "上限", en: "upper" },
  statistic: {
    "zh-CN": "得分分布（比例）、平均分、筛查阳性比例",
    en: "Shares of scores and bands, mean score, share screening positive",
  },
  statisticAlpha: {
    "zh-CN": "克龙巴赫 α（Feldt 区间）、麦克唐纳 ω（单因子，未加权最小二乘）",
    en: "Cronbach’s alpha with Feldt’s interval; McDonald’s omega of one factor by unweighted least squares",
  },
  baseScored: { "zh-CN": "有得分的人", en: "Those with a score" },
  baseItems: { "zh-CN": "答完全部题目的人", en: "Those who answered every item" },
} as const satisfies Record<string, Translated>;

/** Why the reliability of a scale cannot be told. */
export const faultWords: Readonly<Record<(ScaleFault | NotEstimable)["reason"], Translated>> = {
  "too-few-items": { "zh-CN": "题目太少", en: "too few items" },
  "no-data": { "zh-CN": "无人答完", en: "nobody answered every item" },
  "n-too-small": { "zh-CN": "回答太少", en: "too few answers" },
  "no-variance": { "zh-CN": "总分没有变化", en: "the sum does not vary" },
  "did-not-converge": { "zh-CN": "未能求解", en: "no solution was found" },
  "zero-variance-item": { "zh-CN": "有一题所有人答案相同", en: "all answered one item alike" },
  heywood: { "zh-CN": "单因子解不合理（Heywood）", en: "improper solution (Heywood)" },
  "lonely-psu": { "zh-CN": "某层只有一个抽样单元", en: "a stratum has one sampling unit" },
  "raking-did-not-converge": { "zh-CN": "加权未收敛", en: "weighting did not converge" },
  "table-degenerate": { "zh-CN": "数据不足", en: "too little data" },
  withheld: { "zh-CN": "人数不足，不公布", en: "too few to publish" },
  "tells-of-few": { "zh-CN": "会透露少数人，不公布", en: "would tell of few, not published" },
  "all-alike": { "zh-CN": "回答完全一致，不公布", en: "all answered alike, not published" },
  "crosses-break": { "zh-CN": "跨越题目改动", en: "the wording changed within" },
};
