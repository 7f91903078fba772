import type { AnalysisBreak, AnalysisResult } from "../server/analysis/analysisApi.ts";
import type { StudyEvent } from "../server/events/eventsApi.ts";
import type { Reader } from "./figure.ts";
import type { Noted } from "./figures/followedLines.ts";
import type { Translated } from "../surveys/language.ts";

/** An event or break with its sign, and the event it is, for who may remove it. */
export interface NotedEvent extends Noted {
  readonly event: StudyEvent | null;
  /** Whether its day is on the figure; those beyond have no sign. */
  readonly isOnFigure: boolean;
}

const wordingChanged: Translated = { "zh-CN": "措辞改变", en: "Wording changed" };
const questionnaireChanged: Translated = { "zh-CN": "问卷改变", en: "Questionnaire changed" };

/** Events and breaks of wording by day; those within the windows are numbered from 1. */
export function notedIn(
  { windows, breaks, request }: Pick<AnalysisResult, "windows" | "breaks" | "request">,
  events: readonly StudyEvent[],
  reader: Reader,
): NotedEvent[] {
  const first = request.every === "7-days" ? windows[0]?.to : windows[0]?.from;
  const last = windows.at(-1)?.to;
  const isWithin = (day: string): boolean => first !== undefined && last !== undefined && day >= first && day <= last;
  const all = [
    ...events.map((event) => ({ kind: "event" as const, day: event.day, label: event.title[reader.language], event })),
    ...breaks.map(({ day, of }) => ({
      kind: "break" as const,
      day,
      label: breakInWords(of, reader),
      event: null,
    })),
  ].sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  let number = 0;
  return all.map((each) => {
    const isOnFigure = isWithin(each.day);
    return { ...each, isOnFigure, sign: isOnFigure ? String((number += 1)) : "" };
  });
}

/** What a break was declared for, in the words of its questions. */
function breakInWords(of: AnalysisBreak["of"], { language, read }: Reader): string {
  if (of === null) return questionnaireChanged[language];
  const titles = of.map(({ title }) => read(title)).join(" · ");
  return language === "en" ? `${wordingChanged.en}: ${titles}` : `${wordingChanged["zh-CN"]}：${titles}`;
}
