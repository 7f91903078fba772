import type { Instrument } from "./instrument.ts";
import { howOftenBothered, lastTwoWeeks, phqScreenersLicence, twoWeekFrequency } from "./twoWeekFrequency.ts";

/** Patient Health Questionnaire, its first two items. */
export const phq2: Instrument = {
  id: "phq2",
  name: "PHQ-2",
  version: "1.0",
  recallPeriod: lastTwoWeeks,
  recallDays: 14,
  stem: howOftenBothered,
  itemCount: 2,
  items: [
    { "zh-CN": "做事时提不起劲或没有兴趣", en: "Little interest or pleasure in doing things" },
    { "zh-CN": "感到心情低落，沮丧或绝望", en: "Feeling down, depressed, or hopeless" },
  ],
  options: twoWeekFrequency,
  range: [0, 6],
  bands: [],
  cutOff: 3,
  direction: "higher-is-worse",
  itemsNeeded: 2,
  multiplier: 1,
  licence: phqScreenersLicence,
  paper: "Kroenke K, Spitzer RL, Williams JBW (2003). Med Care 41:1284-92",
};
