import { datesIn, formatCount, formatDay } from "../../../../charts/format.ts";
import type { Language } from "../../../../surveys/language.ts";
import { problemInWords, problemWords } from "../../../../charts/problemsInWords.ts";
import { screeningInWords } from "../../../../charts/screeningInWords.ts";
import { weightInWords } from "../../../../charts/weightInWords.ts";
import type { Provenance } from "./provenance.ts";
import { resultWords } from "./resultWords.ts";

/** The line below every result: of how many, with which weights, of whom and when. */
export function provenanceLine(
  { responses, answered, weight, screening, filter, period, asOf }: Provenance,
  language: Language,
): string {
  return [
    `n = ${formatCount(answered ?? responses, language)}`,
    weightInWords(weight, language),
    ...(screening === null ? [] : [screeningInWords(screening, language)]),
    ...(filter === "" ? [] : [filter]),
    ...(period.from === null && period.to === null ? [] : [periodInWords(period, language)]),
    `${resultWords.asOf[language]} ${momentInWords(asOf, language)}`,
  ].join(" · ");
}

/** The lines below a picture that is taken away: what is wrong with the data goes with it. */
export function pictureLines(provenance: Provenance, language: Language): string[] {
  const problems = provenance.problems.map((problem) => problemInWords(problem, language, null));
  return [
    ...problems.map((words) => `${problemWords.problem[language]} · ${words}`),
    provenanceLine(provenance, language),
  ];
}

/** First and last day, an open end left open. */
export function periodInWords({ from, to }: Provenance["period"], language: Language): string {
  if (from === null && to === null) return resultWords.allDays[language];
  return [from, to].map((day) => (day === null ? "" : formatDay(day, language))).join(" – ");
}

/** A moment on the reader's own clock. */
export function momentInWords(moment: string, language: Language): string {
  const locale = language === "en" ? "en-GB" : language;
  return datesIn(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment));
}
