import type { Choice } from "../definition.ts";

/** A text in both languages. Chinese is SurveyJS's `default`: it stands where a language has no wording of its own. */
export interface Bilingual extends Readonly<Record<string, string>> {
  readonly default: string;
  readonly en: string;
}

/** Chinese, then English. */
export function says(chinese: string, english: string): Bilingual {
  return { default: chinese, en: english };
}

/** Choices by their codes: `{ yes: ["是", "Yes"] }`. */
export function choicesOf(
  wordings: Readonly<Record<string, readonly [string, string]>>,
): { readonly value: string; readonly text: Bilingual }[] {
  return Object.entries(wordings).map(([value, [chinese, english]]) => ({ value, text: says(chinese, english) }));
}

/** The same choices, each offered only to those who ticked it in an earlier question. */
export function onlyIfTicked(
  question: string,
  choices: readonly { readonly value: string; readonly text: Bilingual }[],
): Choice[] {
  return choices.map((choice) => ({ ...choice, visibleIf: `{${question}} contains '${choice.value}'` }));
}
