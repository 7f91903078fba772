import type { Translated } from "../../../../surveys/language.ts";

/** What the questions of a study and their answers say. */
export const questionsTexts = {
  breakdown: { "zh-CN": "分组", en: "Break down by" },
  together: { "zh-CN": "不分组", en: "No breakdown" },
  all: { "zh-CN": "合计", en: "All" },
  responses: { "zh-CN": "份回答", en: "responses" },
  shown: { "zh-CN": "道题", en: "questions" },
  nobody: { "zh-CN": "没有符合筛选条件的回答", en: "No response matches the selection" },
  nobodyNote: { "zh-CN": "请放宽日期或移除一项筛选。", en: "Widen the period, or remove a filter." },
  net: { "zh-CN": "净值", en: "Net" },
  netIs: { "zh-CN": "净值 =", en: "Net =" },
  shareOf: { "zh-CN": "比例：选择", en: "Share who answered" },
  less: { "zh-CN": "减去", en: "less" },
  textCount: { "zh-CN": "人写了内容", en: "people wrote something" },
  ofThem: { "zh-CN": "占本次所选回答的", en: "of the responses looked at" },
  manyGroups: {
    "zh-CN": "组数较多，只列表格，不画图。",
    en: "Too many groups to draw; the table has them all.",
  },
} as const satisfies Record<string, Translated>;
