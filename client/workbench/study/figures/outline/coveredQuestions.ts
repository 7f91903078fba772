import type { Outline } from "../../../../../charts/publishedFigure.ts";
import type { Codebook, CodedValue } from "../../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../../surveys/definition.ts";

/** A variable of places, and which of its places an outline has not: a breakdown is drawn by it where none is missing. */
export interface CoveredQuestion {
  readonly label: LocalisedText;
  readonly all: number;
  readonly missing: readonly CodedValue[];
}

/** The variables of which an outline has at least one place. */
export function coveredQuestions({ questions }: Codebook, { regions }: Outline): CoveredQuestion[] {
  const codes = new Set(regions.map(({ code }) => code));
  return questions
    .flatMap(({ title, variables }) =>
      variables.map((variable) => ({ title, variable, isOnly: variables.length === 1 })),
    )
    .flatMap(({ title, variable, isOnly }) => {
      if (variable.kind !== "category") return [];
      const missing = variable.values.filter(({ code }) => !codes.has(String(code)));
      if (missing.length === variable.values.length) return [];
      return [{ label: isOnly ? title : variable.label, all: variable.values.length, missing }];
    });
}

/** What the places of a study are called, by their codes. */
export function placeNames({ questions }: Codebook, read: (text: LocalisedText) => string): Map<string, string> {
  const variables = questions.flatMap((question) => question.variables);
  return new Map(
    variables.flatMap((variable) =>
      variable.kind === "category"
        ? variable.values.map(({ code, label }) => [String(code), read(label)] as const)
        : [],
    ),
  );
}
