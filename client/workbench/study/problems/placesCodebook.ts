import type { ProblemPlace } from "../../../../server/problems/problemsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";

/** By what it can be said where a problem was: what every response carries, then the choices of one, as a codebook. */
export function placesCodebook({ questions }: Codebook, carried: readonly ProblemPlace[]): Codebook {
  const asQuestions = carried.map(({ name, title, values }) => ({
    name,
    type: "carried",
    page: 0,
    title,
    askedIf: null,
    variables: [{ name, label: title, kind: "category" as const, ordered: false, values, path: [name] }],
  }));
  const closed = questions.map((question) => ({
    ...question,
    variables: question.variables.filter(({ kind }) => kind === "category"),
  }));
  return { questions: [...asQuestions, ...closed], scores: [] };
}
