import type { Translated } from "../../../../surveys/language.ts";

/** The pages that explain how numbers are made, by their names in `docs/`, and what a link to each says. */
export const methodPages = {
  "methods/estimates-and-errors.md": { "zh-CN": "估计值与标准误", en: "Estimates and standard errors" },
  "methods/share-intervals.md": { "zh-CN": "比例的区间", en: "Intervals of shares" },
  "methods/quantiles.md": { "zh-CN": "分位数", en: "Quantiles" },
  "methods/crosstabs.md": { "zh-CN": "交叉表的检验", en: "Tests of crosstabs" },
  "methods/multiplicity.md": { "zh-CN": "多重检验", en: "Several tests at once" },
  "methods/trends.md": { "zh-CN": "趋势与变化", en: "Trends and changes" },
  "methods/early-warning.md": { "zh-CN": "预警", en: "Early warning" },
  "methods/scales.md": { "zh-CN": "量表计分与信度", en: "Scores and reliability" },
  "methods/items.md": { "zh-CN": "多选、净值与需求", en: "Several answers, nets and needs" },
  "methods/association.md": { "zh-CN": "两组比较与回归", en: "Two groups, and regression" },
  "methods/weighting.md": { "zh-CN": "加权方法", en: "How weights are made" },
  "methods/small-areas.md": { "zh-CN": "小地区", en: "Small areas" },
  "methods/screening.md": { "zh-CN": "质量标记", en: "Screening" },
  "methods/disclosure-control.md": { "zh-CN": "披露控制", en: "Disclosure control" },
  "quality.md": { "zh-CN": "回答质量怎样检查", en: "How answers are screened" },
  "problems.md": { "zh-CN": "数据问题怎样影响结果", en: "What a data problem affects" },
  "analysis.md": { "zh-CN": "分析请求", en: "Asking for numbers" },
  "weighting.md": { "zh-CN": "权重怎样使用", en: "How weights are used" },
} as const satisfies Record<string, Translated>;

/** The name of one of these pages. */
export type MethodPage = keyof typeof methodPages;

/** Where the service shows a page. */
export function helpAddress(page: MethodPage): string {
  return `/help/${page.slice(0, -".md".length)}`;
}
