import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../surveys/definition.ts";
import { instruments } from "../../../surveys/instruments/registry.ts";

/** A question or a score, and its words. */
export interface NamedQuestion {
  readonly name: string;
  readonly title: LocalisedText;
}

/** What a study asks, with its words: the questions in their order, then the scores. */
export function namedQuestions({ questions, scores }: Codebook): NamedQuestion[] {
  return [
    ...questions.map(({ name, title }) => ({ name, title })),
    ...scores.map(({ name, instrument }) => ({ name, title: instruments[instrument]?.name ?? name })),
  ];
}
