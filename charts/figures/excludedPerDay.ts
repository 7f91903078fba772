import type { StudyQuality } from "../../server/quality/qualityApi.ts";
import type { Language, Translated } from "../../surveys/language.ts";
import type { BarFigure, Mark } from "../figure.ts";
import { formatCount, formatShortDay } from "../format.ts";

const words = {
  title: { "zh-CN": "每日有效与剔除的回答", en: "Valid and excluded responses per day" },
  valid: { "zh-CN": "有效", en: "Valid" },
  excluded: { "zh-CN": "剔除", en: "Excluded" },
  unscreened: { "zh-CN": "未检查", en: "Not screened" },
} as const satisfies Record<string, Translated>;

/** A column a day: the responses that count, on top of them those that are excluded, and those that were not screened. */
export function excludedPerDay(
  { days, all }: Pick<NonNullable<StudyQuality["screening"]>, "days" | "all">,
  language: Language,
): BarFigure {
  const waiting = all.responses - all.screened;
  return {
    kind: "columns",
    title: words.title[language],
    unit: "count",
    n: all.responses,
    places: days.map(({ day, responses }) => ({
      label: formatShortDay(day, language),
      text: formatCount(responses, language),
    })),
    series: [
      {
        label: words.valid[language],
        colour: "single",
        marks: days.map(({ screened, excluded }) => count(screened - excluded)),
      },
      {
        label: words.excluded[language],
        colour: "flagged",
        marks: days.map(({ excluded }) => count(excluded)),
      },
      ...(waiting > 0
        ? [
            {
              label: words.unscreened[language],
              colour: { place: 0, of: 4 },
              marks: days.map(({ responses, screened }) => count(responses - screened)),
            },
          ]
        : []),
    ],
  };
}

function count(value: number): Mark {
  return { value, interval: null, whyNoInterval: null };
}
