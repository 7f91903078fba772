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
  { states, n, pooled, standing }: WatchedArea,
  { smallestN }: Pick<StudyWarnings, "smallestN">,
  saying: Saying,
): string {
  const { words, language } = saying;
  const days = pooled === null ? "" : daysBetween(pooled, language);
  const counts = { n: formatCount(n, language), least: formatCount(smallestN, language), days };
  const state = states.at(-1);
  const known =
    standing === null ? "" : standingText(standing, { ...saying, isAmiss: state === "red" || state === "amber" });
  const before = known === "" ? "" : `${stop(language)}${words("carried")}${known}`;
  const told = (...parts: readonly string[]): string =>
    [...parts, known, ...(pooled === null ? [] : [fill(words("pooledDays"), counts)])].join(comma(language));
  switch (state) {
    case "red":
      return told(words(pooled === null ? "redMeans" : "redMeansPooled"));
    case "amber":
      return told();
    case "quiet":
      return told(words("quietMeans"));
    case "n-too-small":
      return fill(words(pooled === null ? "tooFewAnswers" : "tooFewPooled"), counts) + before;
    case "baseline-too-short":
      return fill(words("baselineTooShort"), counts) + before;
    case "no-variance":
      return words("noVariance") + before;
    case "no-data":
    case undefined:
      return words("noAnswers") + before;
  }
}

function daysBetween({ from, to }: { from: string; to: string }, language: Language): string {
  return [from, to].map((day) => formatShortDay(day, language)).join("–");
}

/** @param saying.isAmiss whether to say since when: of what is in line with its baseline that would be read as a warning. */
function standingText(
  { excess, since, baseline }: Standing,
  { words, language, isAmiss }: Saying & { isAmiss: boolean },
): string {
  const style = { language, n: 100 };
  const points = formatNet(Math.abs(excess), style).replace("+", "");
  const days = daysBetween(baseline, language);
  const parts = [
    fill(words(excess >= 0 ? "worseThanUsual" : "betterThanUsual"), { points }),
    ...(since === null || !isAmiss ? [] : [fill(words("since"), { day: formatShortDay(since, language) })]),
    fill(words("baselineOf"), { level: formatShare(baseline.level, style), days }),
  ];
  return parts.join(comma(language));
}

const comma = (language: Language): string => (language === "en" ? "; " : "，");
const stop = (language: Language): string => (language === "en" ? ". " : "。");
