import type { Instrument } from "./instrument.ts";
import { lastTwoWeeks } from "./twoWeekFrequency.ts";

/** WHO-5 Well-Being Index: the raw sum of 0 to 25 times four; low is bad. */
export const who5: Instrument = {
  id: "who5",
  name: "WHO-5",
  version: "1.0",
  recallPeriod: lastTwoWeeks,
  recallDays: 14,
  stem: { "zh-CN": "在过去的两周里", en: "Over the last two weeks" },
  itemCount: 5,
  items: null,
  options: [
    { code: "0", points: 0, label: { "zh-CN": "从未有过", en: "At no time" } },
    { code: "1", points: 1, label: { "zh-CN": "有时候", en: "Some of the time" } },
    { code: "2", points: 2, label: { "zh-CN": "少于一半时间", en: "Less than half of the time" } },
    { code: "3", points: 3, label: { "zh-CN": "超过一半时间", en: "More than half of the time" } },
    { code: "4", points: 4, label: { "zh-CN": "大部分时间", en: "Most of the time" } },
    { code: "5", points: 5, label: { "zh-CN": "所有时间", en: "All of the time" } },
  ],
  range: [0, 100],
  bands: [
    { name: "depression-likely", label: { "zh-CN": "需关注抑郁", en: "Look into depression" }, from: 0, to: 28 },
    { name: "poor", label: { "zh-CN": "较差", en: "Poor well-being" }, from: 29, to: 50 },
    { name: "good", label: { "zh-CN": "较好", en: "Good well-being" }, from: 51, to: 100 },
  ],
  cutOff: 50,
  direction: "lower-is-worse",
  itemsNeeded: 5,
  multiplier: 4,
  licence: "To be settled with the publisher before the wording is shipped; name the source",
  paper: "Topp CW, Østergaard SD, Søndergaard S, Bech P (2015). Psychother Psychosom 84:167-76",
};
