import type { Codebook, CodebookQuestion } from "../../surveys/codebook/codebook.ts";

/**
 * One codebook for all versions: the newest wording of each question, in its order, then what only older ones asked.
 *
 * @param columns the study's, with what was made of answers; it comes last.
 */
export function mergedCodebook(
  codebooks: readonly Codebook[],
  { derivedQuestions }: { readonly derivedQuestions: readonly CodebookQuestion[] },
): Codebook {
  const newestFirst = [...codebooks].reverse();
  const firstOf = <Item extends { readonly name: string }>(items: readonly Item[]): Item[] => [
    ...items
      .reduce((found, item) => (found.has(item.name) ? found : found.set(item.name, item)), new Map<string, Item>())
      .values(),
  ];
  return {
    questions: firstOf([...newestFirst.flatMap(({ questions }) => questions), ...derivedQuestions]),
    scores: firstOf(newestFirst.flatMap(({ scores }) => scores)),
  };
}
