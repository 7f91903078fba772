import type { Codebook, CodebookQuestion, CodebookScore } from "../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { refusal } from "./refusal.ts";

type ClosedVariable = Extract<CodebookQuestion["variables"][number], { kind: "category" | "tick" | "number" }>;

/** What a request is about: variables that are shown together, all of one kind, or the score of a scale. */
export interface Subject {
  readonly title: LocalisedText;
  readonly askedIf: string | null;
  readonly variables: readonly ClosedVariable[];
  readonly score: CodebookScore | null;
}

/**
 * Finds a question, one of its variables, or a scale's score by name. Words beside a choice are left out.
 *
 * @throws {Problem} `invalid-parameter` naming `question` when there is nothing of the name, or only open text.
 */
export function subjectNamed(name: string, { questions, scores }: Codebook): Subject {
  const score = scores.find((candidate) => candidate.name === name);
  if (score !== undefined)
    return { title: instruments[score.instrument]?.name ?? name, askedIf: null, variables: [], score };
  for (const { name: question, title, askedIf, variables } of questions) {
    const named = question === name ? variables : variables.filter((variable) => variable.name === name);
    if (named.length === 0) continue;
    const closed = named.filter((variable) => variable.kind !== "text" && variable.kind !== "date");
    const [first] = closed;
    if (first === undefined)
      throw refusal("question", "open-text", {
        "zh-CN": "开放文字没有可估计的数值",
        en: "Of open text nothing can be estimated",
      });
    const wholeTitle = question === name ? title : first.label;
    return { title: wholeTitle, askedIf, variables: closed.filter(({ kind }) => kind === first.kind), score: null };
  }
  throw refusal("question", "unknown-question", {
    "zh-CN": "本调查没有这个题目或变量",
    en: "The study has no question or variable of this name",
  });
}
