import { chosenWord } from "../../../../charts/conditionInWords.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the bar says that chooses days, weights and people. */
export const lensTexts = {
  lens: { "zh-CN": "筛选", en: "Selection" },
  weights: { "zh-CN": "权重", en: "Weights" },
  usual: { "zh-CN": "默认", en: "As usual" },
  unweighted: { "zh-CN": "不加权", en: "Unweighted" },
  excluded: { "zh-CN": "被剔除的回答", en: "Excluded responses" },
  leftOut: { "zh-CN": "不计入", en: "Left out" },
  counted: { "zh-CN": "计入", en: "Counted" },
  given: { "zh-CN": "随数据提供", en: "Given with the data" },
  addFilter: { "zh-CN": "添加筛选", en: "Add a filter" },
  chooseQuestion: { "zh-CN": "选择题目…", en: "Choose a question…" },
  remove: { "zh-CN": "移除筛选", en: "Remove the filter" },
  onlyThose: { "zh-CN": "仅限", en: "Only" },
  anyOf: { "zh-CN": "选择至少一项", en: "Choose at least one" },
  chosen: chosenWord,
  notChosen: { "zh-CN": "未选", en: "Not chosen" },
  apply: { "zh-CN": "应用", en: "Apply" },
  cancel: { "zh-CN": "取消", en: "Cancel" },
  clear: { "zh-CN": "清除全部", en: "Clear all" },
} as const satisfies Record<string, Translated>;
