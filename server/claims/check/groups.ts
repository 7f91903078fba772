import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { usualDivisions } from "../../../surveys/codebook/usualChoices.ts";
import type { ChoiceCode } from "../../../surveys/definition.ts";
import { languages, type Language } from "../../../surveys/language.ts";
import { inLanguage } from "../../../surveys/localised.ts";

/** A group of respondents, as a category of a question that a study is broken down by. */
export interface Group {
  /** The question, and the variable of its name. */
  readonly variable: string;
  readonly code: ChoiceCode;
  readonly label: Readonly<Record<Language, string>>;
  /** Whether the study lets numbers of its question be public. */
  readonly isPublic: boolean;
}

/**
 * The groups that a sentence about a study may name: by sex, age, education and region, and by what its public figures and
 * claims are broken down by.
 */
export function groupsNamed(
  codebook: Codebook,
  { questions, brokenDownBy }: { questions: readonly string[]; brokenDownBy: readonly string[] },
): Group[] {
  const named = new Set([...usualDivisions(codebook).map(({ name }) => name), ...brokenDownBy]);
  return codebook.questions.flatMap(({ name, variables }) =>
    variables.flatMap((variable) => {
      if (variable.kind !== "category" || variable.name !== name || !named.has(name)) return [];
      return variable.values.map(({ code, label }): Group => ({
        variable: name,
        code,
        label: Object.fromEntries(languages.map((each) => [each, inLanguage(label, each)])) as Group["label"],
        isPublic: questions.includes(name),
      }));
    }),
  );
}
