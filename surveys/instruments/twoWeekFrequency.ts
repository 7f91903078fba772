import type { Translated } from "../language.ts";

/** How often in the last two weeks: the answers that the GAD and PHQ scales share. */
export const twoWeekFrequency = [
  { code: "0", points: 0, label: { "zh-CN": "完全不会", en: "Not at all" } },
  { code: "1", points: 1, label: { "zh-CN": "好几天", en: "Several days" } },
  { code: "2", points: 2, label: { "zh-CN": "一半以上的天数", en: "More than half the days" } },
  { code: "3", points: 3, label: { "zh-CN": "几乎每天", en: "Nearly every day" } },
] as const;

/** The period these answers look back on. */
export const lastTwoWeeks: Translated = { "zh-CN": "在过去的两周里", en: "Over the last 2 weeks" };

/** The question in front of the items. */
export const howOftenBothered: Translated = {
  "zh-CN": "在过去的两周里，您有多少时候受到以下问题的困扰？",
  en: "Over the last 2 weeks, how often have you been bothered by the following problems?",
};

/** Who holds the scales and what they allow. */
export const phqScreenersLicence =
  "Free to reproduce, translate, display and distribute without permission (phqscreeners.com)";
