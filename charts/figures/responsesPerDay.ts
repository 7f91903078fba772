import type { StudyDays } from "../../server/estimates/estimatesApi.ts";
import type { Language, Translated } from "../../surveys/language.ts";
import type { BarFigure, Mark } from "../figure.ts";
import { formatCount, formatShortDay } from "../format.ts";

const words = {
  title: { "zh-CN": "每日回答数", en: "Responses per day" },
  counted: { "zh-CN": "计入", en: "Counted" },
  excluded: { "zh-CN": "剔除", en: "Excluded" },
} as const satisfies Record<string, Translated>;

/** A column a day: the responses that came in, and on top those that screening excludes. */
export function responsesPerDay({ days, responses }: StudyDays, language: Language): BarFigure {
  const isAnyExcluded = days.some(({ excluded }) => excluded > 0);
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
        label: (isAnyExcluded ? words.counted : words.title)[language],
        colour: "single",
        marks: days.map((day) => count(day.responses - day.excluded)),
      },
      ...(isAnyExcluded
        ? [
            {
              label: words.excluded[language],
              colour: "flagged" as const,
              marks: days.map(({ excluded }) => count(excluded)),
            },
          ]
        : []),
    ],
  };
}

function count(value: number): Mark {
  return { value, interval: null, whyNoInterval: null };
}
