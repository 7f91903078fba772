import type { Language, Translated } from "../surveys/language.ts";
import type { WhyNotShown } from "./judgement.ts";

const notShown: Readonly<Record<WhyNotShown, Translated>> = {
  "no-answers": { "zh-CN": "无人回答", en: "no answers" },
  "too-few-answers": { "zh-CN": "回答太少", en: "too few answers" },
  "too-uncertain": { "zh-CN": "误差太大", en: "too uncertain" },
};

/** Why a number is not shown, in a word or two. */
export function whyNotShown(why: WhyNotShown, language: Language): string {
  return notShown[why][language];
}
