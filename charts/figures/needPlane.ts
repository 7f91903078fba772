import type { NeedsResult } from "../../server/needs/needsApi.ts";
import type { NeedQuadrant } from "../../stats/items/needQuadrants.ts";
import type { Translated } from "../../surveys/language.ts";
import type { Reader, ScatterFigure } from "../figure.ts";
import { markOf } from "../mark.ts";

/** What a quadrant says about a topic. */
export const quadrantWords: Readonly<Record<NeedQuadrant, Translated>> = {
  priority: { "zh-CN": "优先改进", en: "Priority" },
  "keep-up": { "zh-CN": "继续保持", en: "Keep up" },
  monitor: { "zh-CN": "持续关注", en: "Monitor" },
  "possible-overkill": { "zh-CN": "可能过度", en: "Possible overkill" },
};

/** What need, satisfaction and their gap are of. */
export const needWords = {
  need: { "zh-CN": "需要（占被问者）", en: "Need it (of those asked)" },
  satisfied: { "zh-CN": "已满足（占需要且评分者）", en: "Satisfied (of those who need it and rated it)" },
  gap: { "zh-CN": "缺口（需要而未满足，占被问者）", en: "Gap (need it and are not satisfied, of those asked)" },
  unclear: { "zh-CN": "不明确", en: "unclear" },
} as const satisfies Record<string, Translated>;

/** A topic with the words and the sign it has in the plane and in the table beside it. */
export interface SignedTopic extends Pick<NeedsResult["topics"][number], "need" | "satisfied" | "placed"> {
  readonly sign: string;
  readonly words: string;
}

/** Need against satisfaction: a dot a topic, with both intervals; `null` where no topic has both. */
export function needPlane(
  { lines, responses }: Pick<NeedsResult, "lines" | "responses">,
  { title, topics }: { title: string; topics: readonly SignedTopic[] },
  { language }: Pick<Reader, "language">,
): ScatterFigure | null {
  if (lines === null) return null;
  const quarter = (name: NeedQuadrant): string => quadrantWords[name][language];
  return {
    kind: "scatter",
    title,
    n: responses,
    across: { label: needWords.satisfied[language], line: lines.satisfied },
    up: { label: needWords.need[language], line: lines.need },
    quarters: [quarter("priority"), quarter("keep-up"), quarter("monitor"), quarter("possible-overkill")],
    openMeans: needWords.unclear[language],
    points: topics.flatMap(({ words, sign, need, satisfied, placed }) => {
      const [across, up] = [markOf(satisfied), markOf(need)];
      if (across === null || up === null) return [];
      return [{ label: words, sign, across, up, isOpen: placed?.isUnclear ?? true }];
    }),
  };
}
