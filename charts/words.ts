import type { WhyNoInterval } from "../stats/estimate.ts";
import type { Language, Translated } from "../surveys/language.ts";
import type { WhyNotShown } from "./judgement.ts";

const notShown: Readonly<Record<WhyNotShown, Translated>> = {
  "no-answers": { "zh-CN": "无人回答", en: "no answers" },
  "too-few-answers": { "zh-CN": "回答太少", en: "too few answers" },
  "too-uncertain": { "zh-CN": "误差太大", en: "too uncertain" },
  withheld: { "zh-CN": "人数不足，不公布", en: "too few to publish" },
  "tells-of-few": { "zh-CN": "会透露少数人，不公布", en: "would tell of few, not published" },
  "all-alike": { "zh-CN": "回答完全一致，不公布", en: "all answered alike, not published" },
  "two-wordings": { "zh-CN": "跨两种措辞", en: "across two wordings" },
};

/** Why a number is not shown, in a word or two. */
export function whyNotShown(why: WhyNotShown, language: Language): string {
  return notShown[why][language];
}

const noInterval: Readonly<Record<WhyNoInterval, Translated>> = {
  "n-too-small": { "zh-CN": "样本太少，无区间", en: "too few for an interval" },
  "beyond-the-data": { "zh-CN": "区间超出数据范围", en: "interval beyond the data" },
};

/** Why a number that is shown has no interval, in a few words. */
export function whyNoIntervalIs(why: WhyNoInterval, language: Language): string {
  return noInterval[why][language];
}

const nothing: Translated = { "zh-CN": "没有可以显示的数字", en: "No number can be shown" };

/** Said in place of a drawing that has no mark at all. */
export function nothingShown(language: Language): string {
  return nothing[language];
}

const gaps: Translated = {
  "zh-CN": "空缺之处：人数不足或误差太大，不显示数字",
  en: "Where there is no mark, too few answered or the number is too uncertain",
};

/** Said below a drawing that lacks some marks. */
export function gapsAre(language: Language): string {
  return gaps[language];
}

const caution: Translated = { "zh-CN": "可靠性较低，请谨慎使用", en: "Less reliable, use with care" };

/** What is said of a number that is less reliable than it looks. */
export function cautionIs(language: Language): string {
  return caution[language];
}
