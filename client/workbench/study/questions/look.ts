import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import type { NamedQuestion } from "../namedQuestions.ts";

/** Through what every question of the page is looked at. */
export interface Look {
  readonly study: string;
  readonly codebook: Codebook;
  /** The lens as part of a request, and its filter in words. */
  readonly through: WantedAnalysis;
  readonly filterWords: string;
  /** The variable that respondents are divided by; empty for all together. */
  readonly by: string;
  /** Responses in the study: numbers are asked for again when they grow. */
  readonly responses: number;
}

export const namesOf = (questions: readonly NamedQuestion[]): string[] => questions.map(({ name }) => name);

/**
 * Where the estimates of some questions are read.
 *
 * @param questions their names; of none there is still who answered, and by which weights.
 */
export function estimatesAddress(
  { study, through }: Pick<Look, "study" | "through">,
  questions: readonly string[],
): { path: string; query: Record<string, string> } {
  const { from, to, weight, exclusions, filter } = through;
  return {
    path: `/api/studies/${study}/estimates`,
    query: {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(weight !== undefined && { weight }),
      ...(exclusions !== undefined && { exclusions }),
      ...(filter !== undefined && { filter: JSON.stringify(filter) }),
      questions: JSON.stringify(questions),
    },
  };
}
