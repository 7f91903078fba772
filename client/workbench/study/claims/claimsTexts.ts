import type { Translated } from "../../../../surveys/language.ts";

/** What the workbench says of claims. */
export const claimsTexts = {
  cite: { "zh-CN": "引用数字", en: "Cite a number" },
  citeHint: {
    "zh-CN": "请点表中的一个数字",
    en: "Press a number of the table",
  },
  citeThis: { "zh-CN": "引用此数", en: "Cite this number" },
  citeNumber: { "zh-CN": "引用此数：{number}", en: "Cite this number: {number}" },
  copiedBoth: {
    "zh-CN": "已复制：句子与 {{claim}} 标记各一行",
    en: "Copied: the sentence and the {{claim}} marker, a line each",
  },
  made: { "zh-CN": "可核数字已建立", en: "The claim is made" },
  copySentence: { "zh-CN": "复制句子", en: "Copy sentence" },
  copyMarker: { "zh-CN": "复制标记", en: "Copy marker" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  notCopied: {
    "zh-CN": "浏览器不允许复制（需要 https 连接）",
    en: "The browser does not allow it (copying needs https)",
  },
  claims: { "zh-CN": "可核数字", en: "Claims" },
  allClaims: { "zh-CN": "全部可核数字", en: "All claims" },
  about: {
    "zh-CN":
      "可核数字是句子里的一个数字：有自己的地址、原题、区间和校验码，读者可以核对。回答不足 100 的数字不会给出。在结果表下按“引用数字”建立。",
    en: "A claim is a number in a sentence, with an address, its question, interval and hash, so that readers can check it. No number of fewer than 100 answers is told. Make one by “Cite a number” below a table of results.",
  },
  none: { "zh-CN": "还没有可核数字", en: "There are no claims yet" },
  noneNote: {
    "zh-CN": "在题目的结果下面按“引用数字”，再点一个数字。",
    en: "Below a result of questions, press “Cite a number”, then a number.",
  },
  public: { "zh-CN": "公开", en: "Public" },
  private: { "zh-CN": "未公开", en: "Private" },
  makePublic: { "zh-CN": "公开", en: "Make public" },
  makePrivate: { "zh-CN": "取消公开", en: "Make private" },
  privateNote: {
    "zh-CN": "公开后，读者、核对页和报告才找得到它。",
    en: "Readers, the check page and reports find it once it is public.",
  },
  heldBack: {
    "zh-CN": "还不能公开：先在图表页的公开设置中允许 {names}",
    en: "Cannot be public yet: first let {names} be public, in the settings on the page of figures",
  },
  freeze: { "zh-CN": "固定现状", en: "Freeze as it is" },
  open: { "zh-CN": "打开页面", en: "Open its page" },
  live: { "zh-CN": "实时", en: "Live" },
  frozen: { "zh-CN": "已固定", en: "Frozen" },
  now: { "zh-CN": "现在", en: "Now" },
  holds: { "zh-CN": "仍然成立", en: "Holds" },
  drifted: { "zh-CN": "已有变化", en: "Drifted" },
  "no-number": { "zh-CN": "无从比较", en: "Nothing to compare" },
  withdraw: { "zh-CN": "撤回", en: "Withdraw" },
  withdrawn: { "zh-CN": "已撤回：", en: "Withdrawn: " },
  noAnswer: {
    "zh-CN": "本调查现在答不出这个数字",
    en: "The study cannot answer this any more",
  },
  checkTitle: { "zh-CN": "核对一篇文章", en: "Check an article" },
  checkNote: {
    "zh-CN": "粘贴文章：写明的可核数字与现在的数字核对，其他百分数与措辞相近的公开题目比对。文章不会保存。",
    en: "Paste it: claims that it names are held against the present numbers, other percentages are compared with public questions of similar words. The article is not kept.",
  },
  article: { "zh-CN": "文章", en: "Article" },
  check: { "zh-CN": "核对", en: "Check" },
  publicCheck: { "zh-CN": "读者用的核对页", en: "The check page for readers" },
} as const satisfies Record<string, Translated>;
