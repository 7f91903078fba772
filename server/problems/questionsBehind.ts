import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { namesIn, questionNameOf } from "../../surveys/expressionNames.ts";

/**
 * The questions and scores that names are made from: the question of a variable, the items of a score, the texts of a
 * theme, and the questions by whose answers it is decided who is asked; a name that no question has stands for itself.
 */
export function questionsBehind(names: readonly string[], codebook: Codebook): ReadonlySet<string> {
  const behind = new Set(names);
  // A set gives what is added to it while it is gone through.
  for (const each of behind) for (const next of readBy(each, codebook)) behind.add(next);
  return behind;
}

function readBy(name: string, { questions, scores }: Codebook): string[] {
  const score = scores.find((each) => each.name === name);
  if (score !== undefined) return score.items.map(questionNameOf);
  const question = questions.find((each) => each.name === name || each.variables.some((of) => of.name === name));
  if (question === undefined) return [];
  const { type, variables, askedIf } = question;
  const named = question.name === name ? variables : variables.filter((variable) => variable.name === name);
  const texts = type === "themes" ? named.map(({ path }) => String(path[1])) : [];
  return [question.name, ...texts, ...namesIn(askedIf ?? "").map(questionNameOf)];
}
