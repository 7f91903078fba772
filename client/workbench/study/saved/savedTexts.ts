import type { Translated } from "../../../../surveys/language.ts";

/** What the list of saved views says. */
export const savedTexts = {
  saved: { "zh-CN": "已存视图", en: "Saved views" },
  none: {
    "zh-CN": "还没有保存的视图。保存后，日期、权重、筛选和分组都会一起记住。",
    en: "None yet. A saved view remembers the period, weights, filter and breakdown.",
  },
  name: { "zh-CN": "名称", en: "Name" },
  save: { "zh-CN": "保存当前视图", en: "Save this view" },
  notKept: { "zh-CN": "此浏览器无法保存视图", en: "This browser keeps no views" },
  copyLink: { "zh-CN": "复制链接", en: "Copy link" },
  remove: { "zh-CN": "删除", en: "Remove" },
  here: {
    "zh-CN": "只保存在这个浏览器里；用链接分享给同事。",
    en: "Kept in this browser only; share one by its link.",
  },
} as const satisfies Record<string, Translated>;
