import type { Translated } from "../../../../surveys/language.ts";
import type { ChangeKind } from "../../../../surveys/revision/definitionChange.ts";

/** What each kind of change is called. */
export const changeTexts = {
  "question-added": { "zh-CN": "新增题目", en: "Question added" },
  "question-removed": { "zh-CN": "删除题目", en: "Question removed" },
  "question-moved": { "zh-CN": "题目移动了位置", en: "Question moved" },
  "type-changed": { "zh-CN": "题型改变", en: "Type of question changed" },
  reworded: { "zh-CN": "文字改变", en: "Reworded" },
  "part-added": { "zh-CN": "新增选项", en: "Option added" },
  "part-removed": { "zh-CN": "删除选项", en: "Option removed" },
  "part-reworded": { "zh-CN": "选项文字改变", en: "Option reworded" },
  "parts-reordered": { "zh-CN": "选项顺序改变", en: "Options in another order" },
  "asked-changed": { "zh-CN": "提问条件或计算改变", en: "Logic changed" },
  "limits-changed": { "zh-CN": "作答要求改变", en: "Requirements of an answer changed" },
  "presentation-changed": { "zh-CN": "显示方式改变", en: "Looks changed" },
  "pages-changed": { "zh-CN": "分页改变", en: "Pages begin elsewhere" },
  "scale-changed": { "zh-CN": "量表的计分题目改变", en: "Items of a scale changed" },
} as const satisfies Record<ChangeKind, Translated>;
