import type { EventContent } from "../../server/events/eventsApi.ts";
import { demonstrationStudy } from "./study.ts";
import { truths } from "./truths.ts";

const dayMs = 86_400_000;

/** What was planted in the demonstration, as a researcher would have noted it beside the numbers. */
export const demonstrationEvents: readonly EventContent[] = [
  {
    day: dayNumbered(truths.rumourWave.firstDay),
    kind: "rumour",
    title: { "zh-CN": "“熏醋杀病毒”开始流传", en: "“Vinegar fumes kill the virus” begins to spread" },
  },
  {
    day: dayNumbered(truths.rumourWave.height),
    kind: "rumour",
    title: { "zh-CN": "“熏醋杀病毒”传播最广", en: "“Vinegar fumes kill the virus” at its height" },
  },
  {
    day: dayNumbered(truths.localRise.firstDay),
    kind: "other",
    title: { "zh-CN": "诸暨焦虑开始上升", en: "Anxiety in Zhuji begins to rise" },
  },
];

/** Days are numbered from 0. */
function dayNumbered(day: number): string {
  return new Date(Date.parse(demonstrationStudy.firstDay) + day * dayMs).toISOString().slice(0, 10);
}
