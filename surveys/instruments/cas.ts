import type { Instrument } from "./instrument.ts";
import { lastTwoWeeks } from "./twoWeekFrequency.ts";

/** Coronavirus Anxiety Scale: five bodily signs of fear. */
export const cas: Instrument = {
  id: "cas",
  name: "CAS",
  version: "1.0",
  recallPeriod: lastTwoWeeks,
  recallDays: 14,
  stem: {
    "zh-CN": "在过去的两周里，您出现以下情况的频率是？",
    en: "How often in the last 2 weeks have you had the following?",
  },
  itemCount: 5,
  items: null,
  options: [
    { code: "0", points: 0, label: { "zh-CN": "完全没有", en: "Not at all" } },
    { code: "1", points: 1, label: { "zh-CN": "很少，少于一两天", en: "Rare, less than a day or two" } },
    { code: "2", points: 2, label: { "zh-CN": "好几天", en: "Several days" } },
    { code: "3", points: 3, label: { "zh-CN": "超过七天", en: "More than 7 days" } },
    { code: "4", points: 4, label: { "zh-CN": "几乎每天", en: "Nearly every day" } },
  ],
  range: [0, 20],
  bands: [],
  cutOff: 9,
  direction: "higher-is-worse",
  itemsNeeded: 5,
  multiplier: 1,
  licence: "The author is said to allow free use; to be confirmed before the wording is shipped",
  paper:
    "Lee SA (2020). Death Studies 44:393-401; Chinese version: Chen et al. (2021), J Affect Disord, doi 10.1016/j.jad.2021.08.104",
};
