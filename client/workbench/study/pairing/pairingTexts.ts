import type { Translated } from "../../../../surveys/language.ts";

/** What is said where questions are paired. */
export const pairingTexts = {
  chooseQuestions: { "zh-CN": "选择题目…", en: "Choose the questions…" },
  followUps: { "zh-CN": "逐项追问", en: "a follow-up for each" },
} as const satisfies Record<string, Translated>;
