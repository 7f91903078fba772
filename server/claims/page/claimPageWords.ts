import type { Translated } from "../../../surveys/language.ts";

/** What the page of a claim says. */
export const claimPageWords = {
  of: { "zh-CN": "这个数字说的是", en: "What the number is of" },
  wording: { "zh-CN": "题目原文", en: "The question in its own words" },
  live: { "zh-CN": "实时：随回答更新", en: "Live: it changes as answers come in" },
  frozen: { "zh-CN": "{day}固定，内容不再改变", en: "Frozen on {day}: it never changes" },
  holds: { "zh-CN": "仍然成立", en: "Holds" },
  drifted: { "zh-CN": "已有变化", en: "Drifted" },
  "no-number": { "zh-CN": "现在没有可比的数字", en: "There is no number now to hold it against" },
  apart: { "zh-CN": "固定时减现在：{difference}", en: "As frozen less now: {difference}" },
  now: { "zh-CN": "现在：{words}", en: "Now: {words}" },
  withdrawn: { "zh-CN": "已撤回，请勿使用：", en: "Withdrawn, do not use:" },
  cite: { "zh-CN": "引用", en: "How to cite" },
  inSentence: { "zh-CN": "写进句子", en: "In a sentence" },
  check: { "zh-CN": "核对一篇文章里的数字", en: "Check the numbers of an article" },
  notFoundTitle: { "zh-CN": "没有这个可核数字", en: "There is no such claim" },
  notFound: {
    "zh-CN": "地址可能写错了，或者这个数字没有公开。",
    en: "The address may be mistyped, or the number is not public.",
  },
} as const satisfies Record<string, Translated>;
