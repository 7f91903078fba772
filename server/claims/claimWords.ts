import type { Translated } from "../../surveys/language.ts";

/** What claims say around their number. */
export const claimWords = {
  mean: { "zh-CN": "均值", en: "mean" },
  quantile: { "zh-CN": "{p} 分位数", en: "{p} quantile" },
  net: { "zh-CN": "净值", en: "net" },
  positive: { "zh-CN": "{range}（筛查阳性）", en: "{range} (screens positive)" },
  all: { "zh-CN": "全体", en: "all" },
  difference: { "zh-CN": "（{first}）减（{second}）", en: "({first}) less ({second})" },
  points: { "zh-CN": "{value} 个百分点", en: "{value} points" },
  interval: { "zh-CN": "{level} 区间 {lower} 至 {upper}", en: "{level} interval {lower} to {upper}" },
  asOf: { "zh-CN": "截至 {day}", en: "as of {day}" },
  sentence: { "zh-CN": "{value}（{parts}）", en: "{value} ({parts})" },
  none: { "zh-CN": "没有数字（{parts}）", en: "no number ({parts})" },
  join: { "zh-CN": "，", en: ", " },
} as const satisfies Record<string, Translated>;
