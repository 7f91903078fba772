import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";

/** What a problem can concern, with its words: the questions in their order, then the scores. */
export function namedQuestions({ questions, scores }: Codebook): { name: string; title: LocalisedText }[] {
  return [
    ...questions.map(({ name, title }) => ({ name, title })),
    ...scores.map(({ name, instrument }) => ({ name, title: instruments[instrument]?.name ?? name })),
  ];
}
