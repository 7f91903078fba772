import type { Translated } from "../../../../surveys/language.ts";

/** What is said of rules, and where they are changed. */
export const rulesTexts = {
  rules: { "zh-CN": "规则", en: "Rules" },
  rulesNote: {
    "zh-CN": "一天结束即按当天的规则封存，此后不变。改规则要写明理由，只对之后的日子起作用。",
    en: "A day that is over is closed by the rules of that day, and stays so. A change takes a reason and holds for later days only.",
  },
  inForce: { "zh-CN": "现行", en: "in force" },
  version: { "zh-CN": "第 {version} 版", en: "Version {version}" },
  from: { "zh-CN": "自 {day} 起", en: "from {day}" },
  made: { "zh-CN": "{who}，{day} 定", en: "made by {who} on {day}" },
  program: { "zh-CN": "程序", en: "a program" },
  madeLate: { "zh-CN": "定于所适用的日子开始之后", en: "made after the days they hold for had begun" },
  daysClosed: { "zh-CN": "已按它封存 {days} 天", en: "{days} days closed by it" },
  change: { "zh-CN": "修改规则", en: "Change the rules" },
  make: { "zh-CN": "制定规则", en: "Make rules" },
  save: { "zh-CN": "保存为新版本", en: "Save as a new version" },
  cancel: { "zh-CN": "取消", en: "Cancel" },
  firstDay: { "zh-CN": "从哪天起", en: "From which day" },
  firstDayRule: { "zh-CN": "{day} 起的日子尚未封存", en: "Days from {day} on are not closed" },
  because: { "zh-CN": "理由（必填）", en: "The reason (needed)" },
  becauseRule: {
    "zh-CN": "写给日后查看这项调查的人：为什么这样定，或为什么改。",
    en: "For whoever reads this study later: why they are so, or why they change.",
  },
  off: { "zh-CN": "不采用", en: "not taken" },
  shareOfMedian: { "zh-CN": "低于中位用时的", en: "below this share of the median time" },
  index: { "zh-CN": "速度指数高于", en: "speed index above" },
  shareOfBattery: { "zh-CN": "连续相同，占题组的", en: "a run over this share of the battery" },
  shareOfAnswers: { "zh-CN": "相同答案至少", en: "at least this share of answers equal" },
  batteries: { "zh-CN": "题组", en: "Batteries" },
  items: { "zh-CN": "{count} 题", en: "{count} items" },
  check: { "zh-CN": "注意力题", en: "Attention check" },
  noCheck: { "zh-CN": "没有", en: "none" },
  wrongDoes: { "zh-CN": "答错则", en: "A wrong answer" },
  right: { "zh-CN": "正确答案", en: "Right answer" },
} as const satisfies Record<string, Translated>;
