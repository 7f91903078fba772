import type { Translated } from "../../../surveys/language.ts";

/** What is said of the numbers of an article. */
export const checkWords = {
  title: { "zh-CN": "核对文章里的数字", en: "Check the numbers of an article" },
  about: {
    "zh-CN":
      "粘贴一篇文章。文中写明的可核数字（地址 /c/… 或 {{claim:…}}）会与现在的数字核对；选定调查后，其他百分数也会与措辞相近的公开题目比对。文章不会保存，也不会记录或发送到别处。",
    en: "Paste an article. Claims that it names, by the address /c/… or as {{claim:…}}, are held against the numbers there are now; of a study that you choose, other percentages are compared with public questions of similar words. The article is not kept, logged or sent anywhere.",
  },
  article: {
    "zh-CN": "文章（Markdown 或纯文本，不超过 200 kB）",
    en: "Article (Markdown or plain text, 200 kB at most)",
  },
  study: { "zh-CN": "调查", en: "Study" },
  noStudy: { "zh-CN": "只核对写明的可核数字", en: "None: only claims that the article names" },
  check: { "zh-CN": "核对", en: "Check" },
  found: { "zh-CN": "核对结果", en: "What was found" },
  unknownClaim: {
    "zh-CN": "没有这个可核数字，或它没有公开。",
    en: "There is no such claim, or it is not public.",
  },
  noQuestion: {
    "zh-CN": "没有措辞相近的公开题目，未作比较。",
    en: "No public question has words like these; it was not compared.",
  },
  everyone: { "zh-CN": "所有答题者", en: "of all who answered" },
  group: { "zh-CN": "其中：{group}", en: "among: {group}" },
  someGroup: { "zh-CN": "哪一部分人不明", en: "of whom is unclear" },
  unclearGroup: {
    "zh-CN": "这句话说的是一部分人，无法判断是哪一组，未作比较。",
    en: "The sentence is about some of the people, and it cannot be told which group: it was not compared.",
  },
  noSaid: {
    "zh-CN": "地址前没有找到数字，只列出现在的数字。",
    en: "No number stands before the address; the present one is told.",
  },
  notChecked: { "zh-CN": "没有核对", en: "It was not checked" },
} as const satisfies Record<string, Translated>;
