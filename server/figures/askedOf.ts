import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { namesRead } from "../analysis/breaks.ts";
import type { Look } from "./figuresApi.ts";

/**
 * The questions, scores and breakdowns whose answers a figure shows, each once: by the name of the question, not of its
 * variables. What the codebook does not know stands by its own name.
 */
export function askedOf(look: Look, codebook: Codebook): string[] {
  return questionsOf(variablesIn(look), codebook);
}

/** The questions that variables belong to, each once; what the codebook does not know stands by its own name. */
export function questionsOf(variables: readonly string[], codebook: Codebook): string[] {
  return [...new Set(variables.map((name) => questionOf(name, codebook)))];
}

function questionOf(name: string, { questions }: Codebook): string {
  const found = questions.find(
    (question) => question.name === name || question.variables.some((variable) => variable.name === name),
  );
  return found?.name ?? name;
}

/** Names of the questions, variables, scores and breakdowns that a figure reads. */
export function variablesIn(look: Look): string[] {
  switch (look.kind) {
    case "rumours": {
      const conditions = look.claims.flatMap(({ heard, believed }) => [heard, believed]);
      return namesRead({ names: [], conditions: [...conditions, look.filter] });
    }
    case "quadrant": {
      const { topics, filter } = look.request;
      const names = topics.map(({ satisfaction }) => satisfaction);
      return namesRead({ names, conditions: [...topics.map(({ need }) => need), filter] });
    }
    default: {
      const { question, indicator, by, filter } = look.request;
      return namesRead({ names: [question, ...by], conditions: [indicator, filter] });
    }
  }
}
