import type { Translated } from "../../../surveys/language.ts";
import type { StudyOpening } from "../fieldingApi.ts";

/** What the respondent's page says beside the questionnaire. */
export const pageTexts = {
  next: { "zh-CN": "下一页", en: "Next" },
  waiting: {
    "zh-CN": "正在载入后面的题目，您的选择已经记下…",
    en: "Loading the next questions; your choices are kept…",
  },
  loading: { "zh-CN": "正在载入问卷…", en: "Loading the questionnaire…" },
  progress: { "zh-CN": "第 {page} 页，共 {pages} 页", en: "Page {page} of {pages}" },
  failed: {
    "zh-CN": "问卷没有载入成功，请检查网络后重新打开本页。",
    en: "The questionnaire could not be loaded. Please check the connection and open this page again.",
  },
  choose: { "zh-CN": "请选择", en: "Choose" },
  noScript: {
    "zh-CN": "回答本问卷需要打开浏览器的 JavaScript，请打开后重新载入本页。",
    en: "To answer this questionnaire, please switch JavaScript on and load the page again.",
  },
  simulated: {
    "zh-CN": "演示：此调查的已有数据由程序模拟，并非真实回答。",
    en: "Demonstration: the data of this survey are simulated; no person gave them.",
  },
  otherLanguage: { "zh-CN": "English", en: "中文" },
  unknownTitle: { "zh-CN": "没有找到这项调查", en: "There is no such survey" },
  unknownBody: {
    "zh-CN": "请检查链接或二维码是否完整，或向发给您链接的人确认。",
    en: "Please check that the link is whole, or ask whoever gave it to you.",
  },
} as const satisfies Record<string, Translated>;

/** What the page says of a study that takes no answers. */
export const closedTexts: Readonly<Record<Exclude<StudyOpening, "open">, { title: Translated; body: Translated }>> = {
  "study-draft": {
    title: { "zh-CN": "调查还没有开始", en: "This survey has not started yet" },
    body: { "zh-CN": "请过些时候再来。谢谢您的关心。", en: "Please come back later. Thank you for your interest." },
  },
  "study-not-yet-open": {
    title: { "zh-CN": "调查还没有开始", en: "This survey has not started yet" },
    body: { "zh-CN": "请过些时候再来。谢谢您的关心。", en: "Please come back later. Thank you for your interest." },
  },
  "study-over": {
    title: { "zh-CN": "调查已经结束", en: "This survey has ended" },
    body: {
      "zh-CN": "感谢所有参加的人。本调查不再接收新的回答。",
      en: "Thank you to everyone who took part. No more answers are taken.",
    },
  },
  "study-closed": {
    title: { "zh-CN": "调查已经关闭", en: "This survey is closed" },
    body: {
      "zh-CN": "感谢您的关心。本调查目前不接收新的回答。",
      en: "Thank you for your interest. No answers are taken at present.",
    },
  },
};
