import type { Translated } from "../language.ts";
import { gad2 } from "./gad2.ts";
import type { Instrument } from "./instrument.ts";
import { phq2 } from "./phq2.ts";

const lastSevenDays: Translated = { "zh-CN": "在过去 7 天里", en: "Over the last 7 days" };

const howOftenBothered: Translated = {
  "zh-CN": "过去 7 天里，您有多少时候受到以下问题的困扰？",
  en: "Over the last 7 days, how often have you been bothered by the following problems?",
};

/** The GAD-2 asked of the last 7 days. */
export const gad2SevenDays = ofSevenDays(gad2);

/** The PHQ-2 asked of the last 7 days. */
export const phq2SevenDays = ofSevenDays(phq2);

/** A modified version of a screener, as the Household Pulse Survey asked it in weeks 1 to 33; the cut-off is unchanged. */
function ofSevenDays(screener: Instrument): Instrument {
  return {
    ...screener,
    id: `${screener.id}_7days`,
    name: `${screener.name} (7 days)`,
    recallPeriod: lastSevenDays,
    recallDays: 7,
    stem: howOftenBothered,
    paper: `${screener.paper}; asked of 7 days: National Center for Health Statistics, Household Pulse Survey, Mental Health`,
  };
}
