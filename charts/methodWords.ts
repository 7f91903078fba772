import type { Translated } from "../surveys/language.ts";

/** What is said of how a number was made, on pages and in files: intervals, weights, conditions. */
export const methodWords = {
  "korn-graubard": {
    "zh-CN": "Korn–Graubard（设计效应校正的精确区间）",
    en: "Korn–Graubard, exact at the effective sample size",
  },
  "student-t": { "zh-CN": "t 分布（线性化标准误）", en: "Student’s t with linearised standard errors" },
  normal: { "zh-CN": "正态", en: "Normal" },
  woodruff: { "zh-CN": "Woodruff", en: "Woodruff" },
  logit: { "zh-CN": "Logit", en: "Logit" },
  beta: { "zh-CN": "Beta", en: "Beta" },
  wilson: { "zh-CN": "Wilson", en: "Wilson" },
  asin: { "zh-CN": "反正弦", en: "Arc sine" },
  feldt: { "zh-CN": "Feldt", en: "Feldt" },
  weight: { "zh-CN": "权重", en: "Weights" },
  none: { "zh-CN": "未加权", en: "Unweighted" },
  given: { "zh-CN": "随数据提供的权重", en: "The weights given with the data" },
  preview: { "zh-CN": "权重：预览，未保存", en: "Weights: a preview, not kept" },
  screening: { "zh-CN": "质量检查", en: "Screening" },
  excluded: { "zh-CN": "份被剔除", en: "excluded" },
  noExclusions: { "zh-CN": "没有剔除", en: "Nobody excluded" },
  version: { "zh-CN": "版本", en: "version" },
  asOf: { "zh-CN": "数据时间", en: "As of" },
  not: { "zh-CN": "不是", en: "not" },
  or: { "zh-CN": "或", en: "or" },
} as const satisfies Record<string, Translated>;
