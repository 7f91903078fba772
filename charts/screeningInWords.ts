import type { ScreeningUsed } from "../server/analysis/analysisApi.ts";
import type { Language } from "../surveys/language.ts";
import { formatCount } from "./format.ts";
import { methodWords } from "./methodWords.ts";

/** How many were left out by screening, and by which version of its marks; that nobody was, where it was not applied. */
export function screeningInWords(screening: ScreeningUsed | null, language: Language): string {
  if (screening === null) return methodWords.noExclusions[language];
  const { excluded, version } = screening;
  const count = `${formatCount(excluded, language)} ${methodWords.excluded[language]}`;
  return `${count} (${methodWords.screening[language]}, ${methodWords.version[language]} ${version})`;
}
