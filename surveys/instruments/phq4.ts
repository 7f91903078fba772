import { gad2 } from "./gad2.ts";
import type { Instrument } from "./instrument.ts";
import { phq2 } from "./phq2.ts";

/** GAD-2 and PHQ-2 together. */
export const phq4: Instrument = {
  ...phq2,
  id: "phq4",
  name: "PHQ-4",
  itemCount: 4,
  items: [...(gad2.items ?? []), ...(phq2.items ?? [])],
  range: [0, 12],
  bands: [
    { name: "normal", label: { "zh-CN": "正常", en: "Normal" }, from: 0, to: 2 },
    { name: "mild", label: { "zh-CN": "轻度", en: "Mild" }, from: 3, to: 5 },
    { name: "moderate", label: { "zh-CN": "中度", en: "Moderate" }, from: 6, to: 8 },
    { name: "severe", label: { "zh-CN": "重度", en: "Severe" }, from: 9, to: 12 },
  ],
  // The paper sets cut-offs for the two halves (3 each), none for the sum.
  cutOff: null,
  itemsNeeded: 4,
  paper: "Kroenke K, Spitzer RL, Williams JBW, Löwe B (2009). Psychosomatics 50:613-21",
};
