import type { Instrument } from "./instrument.ts";
import { howOftenBothered, lastTwoWeeks, phqScreenersLicence, twoWeekFrequency } from "./twoWeekFrequency.ts";

/** Generalised Anxiety Disorder scale, seven items. The Chinese is the wording in wide public use; compare before fielding. */
export const gad7: Instrument = {
  id: "gad7",
  name: "GAD-7",
  version: "1.0",
  recallPeriod: lastTwoWeeks,
  recallDays: 14,
  stem: howOftenBothered,
  itemCount: 7,
  items: [
    { "zh-CN": "感觉紧张，焦虑或急切", en: "Feeling nervous, anxious, or on edge" },
    { "zh-CN": "不能够停止或控制担忧", en: "Not being able to stop or control worrying" },
    { "zh-CN": "对各种各样的事情担忧过多", en: "Worrying too much about different things" },
    { "zh-CN": "很难放松下来", en: "Trouble relaxing" },
    { "zh-CN": "由于不安而无法静坐", en: "Being so restless that it's hard to sit still" },
    { "zh-CN": "变得容易烦恼或急躁", en: "Becoming easily annoyed or irritable" },
    { "zh-CN": "感到似乎将有可怕的事情发生而害怕", en: "Feeling afraid as if something awful might happen" },
  ],
  options: twoWeekFrequency,
  range: [0, 21],
  bands: [
    { name: "minimal", label: { "zh-CN": "极轻", en: "Minimal" }, from: 0, to: 4 },
    { name: "mild", label: { "zh-CN": "轻度", en: "Mild" }, from: 5, to: 9 },
    { name: "moderate", label: { "zh-CN": "中度", en: "Moderate" }, from: 10, to: 14 },
    { name: "severe", label: { "zh-CN": "重度", en: "Severe" }, from: 15, to: 21 },
  ],
  cutOff: 10,
  direction: "higher-is-worse",
  itemsNeeded: 5,
  multiplier: 1,
  licence: phqScreenersLicence,
  paper: "Spitzer RL, Kroenke K, Williams JBW, Löwe B (2006). Arch Intern Med 166:1092-7",
};
