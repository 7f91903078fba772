import type { Translated } from "../../../../surveys/language.ts";

/** What the page of data problems says. */
export const problemsTexts = {
  about: {
    "zh-CN":
      "数据出了问题，就在这里记下来。从此，凡是用到相关回答的结果、图表（包括已固定的）、嵌入页、文件和导出，都会写明。记录可以更正和处理，但不会删除。",
    en: "Whatever went wrong with the data is logged here. From then on every result, figure (frozen ones too), embed, file and export that uses the answers concerned says so. A problem can be corrected and resolved; nothing is erased.",
  },
  log: { "zh-CN": "记录数据问题", en: "Log a data problem" },
  correctOf: { "zh-CN": "更正记录", en: "Correct the record" },
  none: { "zh-CN": "没有数据问题的记录", en: "No data problem is on record" },
  noneNote: {
    "zh-CN": "例如：某一天某个网格的回答发送了两次，某道题的选项印错了，某个链接打不开。",
    en: "For example: a grid unit’s answers were sent twice one day, the options of a question were misprinted, a link did not open.",
  },
  openOnes: { "zh-CN": "尚未处理", en: "Open" },
  resolvedOnes: { "zh-CN": "已处理", en: "Resolved" },
  from: { "zh-CN": "第一天", en: "First day" },
  to: { "zh-CN": "最后一天", en: "Last day" },
  whatChinese: { "zh-CN": "发生了什么（中文）", en: "What happened, in Chinese" },
  whatEnglish: { "zh-CN": "发生了什么（英文）", en: "What happened, in English" },
  whatRule: {
    "zh-CN": "用完整的句子：它会原样印在图表和文件上，公众也能看到。",
    en: "In whole sentences: it is printed on figures and files as it is, where the public reads it.",
  },
  doneChinese: { "zh-CN": "做了什么（中文）", en: "What was done, in Chinese" },
  doneEnglish: { "zh-CN": "做了什么（英文）", en: "What was done, in English" },
  doneRule: {
    "zh-CN": "例如：重复的回答已剔除；数据已改正。它也会印出来。",
    en: "For example: the answers were excluded; the data were mended. It is printed, too.",
  },
  questions: { "zh-CN": "涉及的题目", en: "Questions concerned" },
  allQuestions: { "zh-CN": "所有题目", en: "All questions" },
  someQuestions: { "zh-CN": "只有这些", en: "Only these" },
  places: { "zh-CN": "涉及的地区与人群", en: "Places and people concerned" },
  everyone: { "zh-CN": "所有回答", en: "All responses" },
  onlyPlace: { "zh-CN": "只涉及", en: "Only" },
  choosePlace: { "zh-CN": "选择地区、网格或其他变量…", en: "Choose a region, a grid unit or another variable…" },
  anyOf: { "zh-CN": "选择至少一项", en: "Choose at least one" },
  addPlace: { "zh-CN": "限定地区或人群", en: "Limit it to places or people" },
  removePlace: { "zh-CN": "去掉这项限定", en: "Take this limit out" },
  placesRule: {
    "zh-CN": "如果同时写明省、市、县，只看其他地方的结果就不会带上这条问题。",
    en: "With the county’s city and province named as well, results of other places only are left without the problem.",
  },
  save: { "zh-CN": "保存", en: "Save" },
  correct: { "zh-CN": "更正", en: "Correct" },
  resolve: { "zh-CN": "处理完毕…", en: "Resolve…" },
  changeDone: { "zh-CN": "更正处理说明", en: "Correct what was done" },
  saveDone: { "zh-CN": "记为已处理", en: "Mark as resolved" },
  done: { "zh-CN": "处理", en: "What was done" },
  logged: { "zh-CN": "记录", en: "Logged" },
  by: { "zh-CN": "由", en: "by" },
  history: { "zh-CN": "历次记录（{count}）", en: "All versions ({count})" },
  version: { "zh-CN": "第 {version} 版", en: "Version {version}" },
} as const satisfies Record<string, Translated>;
