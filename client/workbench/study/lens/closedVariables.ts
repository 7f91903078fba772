import type { Codebook, CodedValue } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { lensTexts } from "./lensTexts.ts";

/** A variable whose answers are known beforehand: it can be filtered and broken down by. */
export interface ClosedVariable {
  readonly name: string;
  /** The question's words, and the row's or option's where it has several. */
  readonly title: LocalisedText;
  readonly part: LocalisedText | null;
  readonly values: readonly CodedValue[];
}

const ticked: readonly CodedValue[] = [
  { code: true, label: lensTexts.chosen },
  { code: false, label: lensTexts.notChosen },
];

/** The closed variables of a codebook, in its order. */
export function closedVariables({ questions }: Codebook): ClosedVariable[] {
  return questions.flatMap(({ title, variables }) =>
    variables.flatMap((variable): ClosedVariable[] => {
      const { name, label } = variable;
      if (variable.kind === "tick") return [{ name, title, part: label, values: ticked }];
      if (variable.kind !== "category") return [];
      return [{ name, title, part: variables.length > 1 ? label : null, values: variable.values }];
    }),
  );
}
