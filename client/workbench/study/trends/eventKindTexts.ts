import type { StudyEvent } from "../../../../server/events/eventsApi.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the kinds of events are called. */
export const eventKindTexts: Readonly<Record<StudyEvent["kind"], Translated>> = {
  briefing: { "zh-CN": "官方通报", en: "Briefing" },
  rumour: { "zh-CN": "谣言", en: "Rumour" },
  wording: { "zh-CN": "措辞调整", en: "Change of wording" },
  weighting: { "zh-CN": "加权调整", en: "Change of weighting" },
  other: { "zh-CN": "其他", en: "Other" },
};
