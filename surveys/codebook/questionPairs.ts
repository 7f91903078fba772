import type { Codebook, CodebookQuestion } from "./codebook.ts";
import type { ChoiceCode, LocalisedText } from "../definition.ts";

type Variable = CodebookQuestion["variables"][number];
type Category = Extract<Variable, { kind: "category" }>;

/** One thing that two questions are about: a row or option of the first, and what was asked of it in the second place. */
export interface QuestionPair {
  readonly label: LocalisedText;
  readonly first: Extract<Variable, { kind: "category" | "tick" }>;
  readonly second: Category;
}

/**
 * Two questions about the same things: whether people heard of each and whether they believe it, or whether they need it
 * and how well it is met.
 */
export interface Pairing {
  /** Its name in addresses. */
  readonly name: string;
  readonly first: CodebookQuestion;
  /** `null` where each thing has a follow-up question of its own. */
  readonly second: CodebookQuestion | null;
  readonly pairs: readonly QuestionPair[];
}

/** Fewer are no battery. */
const fewestPairs = 2;

/**
 * The pairings of a codebook: the rows or options of a question with follow-ups that are asked by them, or with the rows
 * of another question that have the same codes.
 */
export function pairingsOf({ questions }: Codebook): Pairing[] {
  return questions.flatMap((first) => {
    const parts = partsOf(first);
    if (parts.length < fewestPairs) return [];
    const followed = pairing(
      first,
      null,
      parts.flatMap(([code, variable]) => paired(variable, followUp(questions, first, code))),
    );
    const beside = questions.flatMap((second) =>
      second === first
        ? []
        : pairing(
            first,
            second,
            parts.flatMap(([code, variable]) => paired(variable, rowOf(second, code))),
          ),
    );
    return [...followed, ...beside];
  });
}

function pairing(first: CodebookQuestion, second: CodebookQuestion | null, pairs: readonly QuestionPair[]): Pairing[] {
  const name = second === null ? first.name : `${first.name}~${second.name}`;
  return pairs.length < fewestPairs ? [] : [{ name, first, second, pairs }];
}

function paired(first: QuestionPair["first"], second: Category | undefined): QuestionPair[] {
  return second === undefined ? [] : [{ label: first.label, first, second }];
}

/** Rows and options of a question, by their codes. */
function partsOf({ name, variables }: CodebookQuestion): [string, QuestionPair["first"]][] {
  return variables.flatMap((variable): [string, QuestionPair["first"]][] =>
    (variable.kind === "category" || variable.kind === "tick") && variable.name.startsWith(`${name}.`)
      ? [[variable.name.slice(name.length + 1), variable]]
      : [],
  );
}

/** The question of one choice that is asked only by what was said of this row or option. */
function followUp(questions: readonly CodebookQuestion[], first: CodebookQuestion, code: string): Category | undefined {
  for (const { name, askedIf, variables } of questions) {
    const variable = variables.find((each) => each.name === name);
    if (variable?.kind !== "category" || askedIf === null || name === first.name) continue;
    const isAskedByRow = askedIf.includes(`{${first.name}.${code}}`);
    const isAskedByOption = [`'${code}'`, `"${code}"`].some((quoted) =>
      askedIf.includes(`{${first.name}} contains ${quoted}`),
    );
    if (isAskedByRow || isAskedByOption) return variable;
  }
  return undefined;
}

function rowOf({ name, variables }: CodebookQuestion, code: string): Category | undefined {
  const found = variables.find((variable) => variable.name === `${name}.${code}`);
  return found?.kind === "category" ? found : undefined;
}

/**
 * The pairing that is likeliest meant; `null` where none is likely.
 *
 * @param likeliness above 0 for what may be meant, the higher the likelier.
 */
export function likeliest(pairings: readonly Pairing[], likeliness: (pairing: Pairing) => number): Pairing | null {
  let best: { pairing: Pairing; value: number } | null = null;
  for (const pairing of pairings) {
    const value = likeliness(pairing);
    if (value > 0 && value > (best?.value ?? 0)) best = { pairing, value };
  }
  return best?.pairing ?? null;
}

/** Whether a question's name, or its title in any language, speaks of something. */
export function speaksOf({ name, title }: CodebookQuestion, subject: RegExp): boolean {
  const titles = typeof title === "string" ? [title] : Object.values(title);
  return [name, ...titles].some((text) => subject.test(text));
}

/** Codes as they stand in an address, as the codes that they are. */
export function codesIn(texts: readonly string[], values: readonly { readonly code: ChoiceCode }[]): ChoiceCode[] {
  return values.flatMap(({ code }) => (texts.includes(String(code)) ? [code] : []));
}
