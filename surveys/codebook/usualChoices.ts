import type { ChoiceCode } from "../definition.ts";
import type { Codebook, CodebookQuestion } from "./codebook.ts";
import { speaksOf, type Pairing } from "./questionPairs.ts";

/** How likely a pairing is of what people need and how well it is met: several choices, each with a rating. */
export function isOfNeeds({ first, pairs }: Pairing): number {
  const isRated = pairs.every((pair) => pair.first.kind === "tick" && pair.second.ordered);
  return (isRated ? 2 : 0) + (isRated && speaksOf(first, /need|需/i) ? 1 : 0);
}

/** How likely a pairing is of claims that people are asked about one by one; a rating of how well a need is met is none. */
export function isOfRumours({ first, second, pairs }: Pairing): number {
  const isRated = pairs.every((pair) => pair.second.ordered && second === null);
  if (isRated) return 0;
  const isNamed = speaksOf(first, /rumou?r|heard|谣言|传言|传闻|听说/i);
  return (second === null ? 1 : 0) + (isNamed ? 2 : 0);
}

const heard = /^(yes|heard|true|1)$/i;
const believed = /^(true|yes|believes?|1)$/i;

/** The code by which people say that they heard of something: as surveys usually name it, else the first. */
export function heardCodes(values: readonly { readonly code: ChoiceCode }[]): ChoiceCode[] {
  return codeSaying(heard, values);
}

/** The code by which people say that they believe something: as surveys usually name it, else the first. */
export function believedCodes(values: readonly { readonly code: ChoiceCode }[]): ChoiceCode[] {
  return codeSaying(believed, values);
}

/** The codes of a rating that count as satisfied: the two at its end. */
export function satisfiedCodes(values: readonly { readonly code: ChoiceCode }[]): ChoiceCode[] {
  return values.slice(-2).map(({ code }) => code);
}

function codeSaying(what: RegExp, values: readonly { readonly code: ChoiceCode }[]): ChoiceCode[] {
  const found = values.find(({ code }) => what.test(String(code))) ?? values[0];
  return found === undefined ? [] : [found.code];
}

/** The questions on sex, age, education and region, by the names that surveys give them; the first of each. */
export function usualDivisions(codebook: Codebook): CodebookQuestion[] {
  const subjects = [/^(sex|gender)|性别/i, /^age|年龄/i, /^edu|学历|文化程度/i, /^(province|region|state)|省份|地区/i];
  const questions = codebook.questions.filter(({ name, variables }) =>
    variables.some((variable) => variable.name === name && variable.kind === "category"),
  );
  return subjects.flatMap((subject) => questions.find((question) => speaksOf(question, subject)) ?? []);
}
