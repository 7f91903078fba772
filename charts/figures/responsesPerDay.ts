import type { StudyDays } from "../../server/estimates/estimatesApi.ts";
import type { Language, Translated } from "../../surveys/language.ts";
import type { BarFigure, Mark } from "../figure.ts";
import { formatCount, formatShortDay } from "../format.ts";

const words = {
  title: { "zh-CN": "每日回答数", en: "Responses per day" },
  plain: { "zh-CN": "未标记", en: "Not flagged" },
  flagged: { "zh-CN": "有质量标记", en: "Flagged for quality" },
} as const satisfies Record<string, Translated>;

/** A column a day: the responses that came in, and on top those with a mark of doubtful quality. */
export function responsesPerDay({ days, responses }: StudyDays, language: Language): BarFigure {
  const anyFlagged = days.some(({ flagged }) => flagged > 0);
  return {
    kind: "columns",
    title: words.title[language],
    unit: "count",
    n: responses,
    places: days.map(({ day, responses: ofDay }) => ({
      label: formatShortDay(day, language),
      text: formatCount(ofDay, language),
    })),
    series: [
      {
        label: (anyFlagged ? words.plain : words.title)[language],
        colour: "single",
        marks: days.map((day) => count(day.responses - day.flagged)),
      },
      ...(anyFlagged
        ? [
            {
              label: words.flagged[language],
              colour: "flagged" as const,
              marks: days.map(({ flagged }) => count(flagged)),
            },
          ]
        : []),
    ],
  };
}

function count(value: number): Mark {
  return { value, interval: null, whyNoInterval: null };
}
