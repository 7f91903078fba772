import type { Translated } from "../../../surveys/language.ts";

/** What the pages of figures say. */
export const pageWords = {
  methods: { "zh-CN": "调查方法", en: "Methods" },
  table: { "zh-CN": "数据表", en: "Numbers" },
  take: { "zh-CN": "下载", en: "Take it away" },
  cite: { "zh-CN": "引用", en: "How to cite" },
  address: { "zh-CN": "地址", en: "Address" },
  live: { "zh-CN": "实时：随回答更新", en: "Live: changes as answers come in" },
  frozen: { "zh-CN": "固定版本 {number}，{day}；内容不再改变", en: "Frozen state {number} of {day}: it never changes" },
  newer: { "zh-CN": "已有更新的数据：", en: "Newer data exist:" },
  newerInReports: { "zh-CN": "此图固定之后已有更新的数据。", en: "Newer data exist than when this was frozen." },
  newerLink: { "zh-CN": "看实时图表", en: "see the live figure" },
  withdrawn: { "zh-CN": "已撤回，请勿使用：", en: "Withdrawn, do not use:" },
  hash: { "zh-CN": "内容校验（SHA-256）", en: "Hash of the content (SHA-256)" },
  embed: { "zh-CN": "嵌入网页", en: "Embed it" },
  results: { "zh-CN": "公开结果", en: "Public results" },
  simulated: {
    "zh-CN": "模拟数据：回答由程序生成，不是真人所答",
    en: "Simulated: the answers were made by a program, not by people",
  },
  otherLanguage: { "zh-CN": "English", en: "中文" },
  openLink: { "zh-CN": "来源与方法", en: "Source and methods" },
  more: { "zh-CN": "数据、方法与引用", en: "Numbers, methods and citation" },
  notFoundTitle: { "zh-CN": "没有这个图表", en: "There is no such figure" },
  notFound: {
    "zh-CN": "地址可能写错了，或者这个图表没有公开。",
    en: "The address may be mistyped, or the figure is not public.",
  },
  overTitle: { "zh-CN": "这个链接已失效", en: "This link has ended" },
  over: { "zh-CN": "请向分享者要一个新的链接。", en: "Ask whoever shared it for a new one." },
  interval: { "zh-CN": "区间", en: "Interval" },
} as const satisfies Record<string, Translated>;
