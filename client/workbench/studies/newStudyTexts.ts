import type { Translated } from "../../../surveys/language.ts";

/** What is said where a study is made, from a template or another study. */
export const newStudyTexts = {
  template: { "zh-CN": "问卷从何开始", en: "Begin the questionnaire from" },
  "daily-tracking": { "zh-CN": "每日追踪问卷（信息需求、谣言、心态）", en: "The daily tracking questionnaire" },
  gad7: { "zh-CN": "仅 GAD-7 焦虑量表", en: "GAD-7 alone" },
  empty: { "zh-CN": "空白问卷", en: "An empty one" },
  templateNote: { "zh-CN": "创建后可随意修改，再发布。", en: "It can be changed at will before it is fielded." },
  duplicate: { "zh-CN": "复制", en: "Duplicate" },
  duplicateOf: { "zh-CN": "复制调查：", en: "Duplicate: " },
  duplicateNote: {
    "zh-CN":
      "复制全部设置：问卷（作为第一版）及其草稿、语言、收集渠道、指标、加权方案和编码框。不复制回答、权重结果、人工编码和事件。",
    en: "Copies every setting: the questionnaire (as version 1) and its draft, languages, collectors, indicators, weighting schemes and the code frame. Responses, weights, coding by hand and events stay behind.",
  },
  copySuffix: { "zh-CN": "（副本）", en: " (copy)" },
} as const satisfies Record<string, Translated>;
