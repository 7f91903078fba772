import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../surveys/definition.ts";

/** Codes of administrative divisions (GB/T 2260) mean the same in every list: the questionnaire may name them. */
const divisionCode = /^\d{2,12}$/;

/** What the questionnaire calls a place that is named by its code; `null` for any other word. */
export function divisionLabel(word: string, { questions }: Codebook): LocalisedText | null {
  if (!divisionCode.test(word)) return null;
  for (const { variables } of questions)
    for (const variable of variables) {
      const found = variable.kind === "category" ? variable.values.find(({ code }) => code === word) : undefined;
      if (found !== undefined) return found.label;
    }
  return null;
}
