import { formatCount, formatNet, formatShare, formatShortDay } from "../../../../charts/format.ts";
import type { Standing, StudyWarnings, WatchedArea } from "../../../../server/warnings/warningsApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import { fill } from "./fill.ts";
import type { overviewTexts } from "./overviewTexts.ts";

interface Saying {
  readonly words: (name: keyof typeof overviewTexts) => string;
  readonly language: Language;
}

/** Why a series stands where it does on the last day: what it is held against, or why nothing can be told. */
export function whyState(
  { states, n, standing }: WatchedArea,
  { smallestN }: Pick<StudyWarnings, "smallestN">,
  saying: Saying,
): string {
  const { words, language } = saying;
  const counts = { n: formatCount(n, language), least: formatCount(smallestN, language) };
  const state = states.at(-1);
  const known =
    standing === null ? "" : standingText(standing, { ...saying, isAmiss: state === "red" || state === "amber" });
  const before = known === "" ? "" : `${stop(language)}${words("carried")}${known}`;
  switch (state) {
    case "red":
      return `${words("redMeans")}${comma(language)}${known}`;
    case "amber":
      return known;
    case "quiet":
      return `${words("quietMeans")}${comma(language)}${known}`;
    case "n-too-small":
      return fill(words("tooFewAnswers"), counts) + before;
    case "baseline-too-short":
      return fill(words("baselineTooShort"), counts) + before;
    case "no-variance":
      return words("noVariance") + before;
    case "no-data":
    case undefined:
      return words("noAnswers") + before;
  }
}

/** @param saying.isAmiss whether to say since when: of what is in line with its baseline that would be read as a warning. */
function standingText(
  { excess, since, baseline }: Standing,
  { words, language, isAmiss }: Saying & { isAmiss: boolean },
): string {
  const style = { language, n: 100 };
  const points = formatNet(Math.abs(excess), style).replace("+", "");
  const days = [baseline.from, baseline.to].map((day) => formatShortDay(day, language)).join("–");
  const parts = [
    fill(words(excess >= 0 ? "worseThanUsual" : "betterThanUsual"), { points }),
    ...(since === null || !isAmiss ? [] : [fill(words("since"), { day: formatShortDay(since, language) })]),
    fill(words("baselineOf"), { level: formatShare(baseline.level, style), days }),
  ];
  return parts.join(comma(language));
}

const comma = (language: Language): string => (language === "en" ? "; " : "，");
const stop = (language: Language): string => (language === "en" ? ". " : "。");
