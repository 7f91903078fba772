import { methodWords } from "../../../../charts/methodWords.ts";
import { problemWords } from "../../../../charts/problemsInWords.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What is said around a result: how to take it away, and how it was made. */
export const resultWords = {
  ...methodWords,
  problem: problemWords.problem,
  tools: { "zh-CN": "取用此结果", en: "Take this result away" },
  copyTable: { "zh-CN": "复制表格", en: "Copy table" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  notCopied: {
    "zh-CN": "浏览器不允许复制（需要 https 连接）",
    en: "The browser does not allow it (copying needs https)",
  },
  csv: { "zh-CN": "下载 CSV", en: "CSV" },
  png: { "zh-CN": "下载图片", en: "PNG" },
  pictureFailed: { "zh-CN": "图片没有生成，请重试", en: "The picture was not made; try again" },
  link: { "zh-CN": "复制链接", en: "Copy link" },
  how: { "zh-CN": "如何计算", en: "How was this computed?" },

  statistic: { "zh-CN": "统计量", en: "Statistic" },
  "statistic-share": { "zh-CN": "比例（0 到 1，以百分数显示）", en: "Share, from 0 to 1, shown in percent" },
  "statistic-mean": { "zh-CN": "均值", en: "Mean" },
  "statistic-net": { "zh-CN": "净值：两端比例之差（百分点）", en: "Net: one side’s share less the other’s, in points" },
  "statistic-total": { "zh-CN": "总数", en: "Total" },
  "statistic-ratio": { "zh-CN": "比率", en: "Ratio" },
  "statistic-quantile": { "zh-CN": "分位数", en: "Quantile" },
  "statistic-difference": { "zh-CN": "差异", en: "Difference" },
  "statistic-gap": { "zh-CN": "差距", en: "Gap" },
  base: { "zh-CN": "基数", en: "Base" },
  baseAnswered: { "zh-CN": "回答了此题的人", en: "Those who answered the question" },
  baseAsked: { "zh-CN": "被问到并回答了此题的人", en: "Those who were asked and answered" },
  askedIf: { "zh-CN": "提问条件", en: "asked if" },
  counts: { "zh-CN": "样本量", en: "Sample size" },
  ofResponses: { "zh-CN": "份回答中", en: "of" },
  without: { "zh-CN": "人未问到、未回答或权重为 0", en: "not asked, without an answer, or of weight 0" },
  ownBase: { "zh-CN": "每一行有各自的 n", en: "each line has an n of its own" },
  interval: { "zh-CN": "区间", en: "Interval" },
  noInterval: { "zh-CN": "没有区间", en: "none" },
  filter: { "zh-CN": "筛选", en: "Filter" },
  everyone: { "zh-CN": "所有人", en: "Everyone" },
  period: { "zh-CN": "时段", en: "Period" },
  allDays: { "zh-CN": "全部日期", en: "All days" },
  pages: { "zh-CN": "方法说明", en: "Method notes" },
} as const satisfies Record<string, Translated>;
