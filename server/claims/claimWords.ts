import type { Translated } from "../../surveys/language.ts";

/** What claims say around their number. */
export const claimWords = {
  mean: { "zh-CN": "均值", en: "mean" },
  quantile: { "zh-CN": "{p} 分位数", en: "{p} quantile" },
  net: { "zh-CN": "净值", en: "net" },
  positive: { "zh-CN": "{range}（筛查阳性）", en: "{range} (screens positive)" },
  all: { "zh-CN": "全体", en: "all" },
  difference: { "zh-CN": "（{first}）减（{second}）", en: "({first}) less ({second})" },
  satisfiedIf: { "zh-CN": "算作已满足——{rated}", en: "counted as satisfied – {rated}" },
  others: { "zh-CN": "其余被问到的人", en: "the others who were asked" },
  meanDifference: { "zh-CN": "均值之差", en: "difference of means" },
  oddsRatio: { "zh-CN": "比值比", en: "odds ratio" },
  oddsBetween: { "zh-CN": "（{first}）比（{second}）", en: "({first}) against ({second})" },
  adjustedFor: { "zh-CN": "控制了{names}", en: "adjusted for {names}" },
  adjusted: { "zh-CN": "调整后", en: "adjusted" },
  unadjusted: { "zh-CN": "未作调整", en: "not adjusted" },
  association: { "zh-CN": "只表示相关、不表示因果", en: "association and not cause" },
  compared: { "zh-CN": "比较", en: "Comparison" },
  noCause: {
    "zh-CN": "两者相关，不说明谁导致谁，也可能另有原因",
    en: "they go together, which does not show which causes which; something else may do both",
  },
  inside: { "zh-CN": "在区间内", en: "within the interval" },
  outside: { "zh-CN": "在区间外", en: "outside the interval" },
  noInterval: { "zh-CN": "没有区间", en: "there is no interval" },
  points: { "zh-CN": "{value} 个百分点", en: "{value} points" },
  interval: { "zh-CN": "{level} 区间 {lower} 至 {upper}", en: "{level} interval {lower} to {upper}" },
  asOf: { "zh-CN": "截至 {day}", en: "as of {day}" },
  sentence: { "zh-CN": "{value}（{parts}）", en: "{value} ({parts})" },
  none: { "zh-CN": "没有数字（{parts}）", en: "no number ({parts})" },
  join: { "zh-CN": "，", en: ", " },
} as const satisfies Record<string, Translated>;
