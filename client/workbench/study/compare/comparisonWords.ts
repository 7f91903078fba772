import { formatDifference } from "../../../../charts/format.ts";
import type { ComparedItem, ItemDifference } from "../../../../server/analysis/comparisonApi.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import type { Language } from "../../../../surveys/language.ts";

/** An item's words: the answer, empty for a mean; the row of a matrix, empty without; and the question. */
export function labelOf(
  { question, variable, value }: ComparedItem,
  read: (text: LocalisedText) => string,
): { answer: string; part: string; title: string } {
  const title = read(question.title);
  const part = variable === null ? "" : read(variable.label);
  const isPart = part !== "" && part !== title && variable?.name !== question.name;
  const answer = value === null ? "" : read(value.label);
  // An option of several is called what the option is.
  return { answer, part: isPart && part !== answer ? part : "", title };
}

/** Both ends of a difference's interval: `+1.2 to +4.5`. */
export function differenceInWords(
  { estimate: { interval } }: ItemDifference,
  unit: "share" | "mean",
  language: Language,
): string {
  if (interval === null) return "";
  const ends = [interval.lower, interval.upper].map((end) => formatDifference(end, unit, { language, plus: "+" }));
  return ends.join(language === "zh-CN" ? " 至 " : " to ");
}

/** A p value alone, for a column of them. */
export function pInWords(pValue: number, language: Language): string {
  if (pValue < 0.001) return "< 0.001";
  return new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(pValue);
}
