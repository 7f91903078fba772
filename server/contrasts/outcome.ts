import type { LocalisedText } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import { numbersOf, truthOf, type Condition } from "../estimates/conditions.ts";
import type { ContrastsRequest } from "./contrastsApi.ts";

/** What is compared between groups. */
export interface Outcome {
  readonly title: LocalisedText;
  /** One entry a row; not a number means no answer. */
  readonly values: Float64Array;
  /** What counts as a yes, and for each row 1, 0 or not a number; `null` where nothing does. */
  readonly yes: { readonly condition: Condition; readonly values: Float64Array } | null;
}

/**
 * Finds the outcome of a request.
 *
 * @throws {Problem} `invalid-parameter` naming `outcome` or `positive`.
 */
export function outcomeOf(
  { outcome, positive }: Pick<ContrastsRequest, "outcome" | "positive">,
  { columns, codebook }: Pick<AnalysisSource, "columns" | "codebook">,
): Outcome {
  const found = columns.column(outcome);
  if (found === undefined)
    throw refusal("outcome", "unknown-variable", {
      "zh-CN": "本调查没有这个变量",
      en: "The study has no such variable",
    });
  if (found.kind !== "number")
    throw refusal("outcome", "needs-numbers", {
      "zh-CN": "只能比较得分或数值",
      en: "Only a score or a number can be compared; this is neither",
    });
  if (positive !== undefined) checkCondition(positive, columns, "positive");
  const score = codebook.scores.find(({ name }) => name === outcome);
  const instrument = score === undefined ? undefined : instruments[score.instrument];
  const variable = codebook.questions.flatMap(({ variables }) => variables).find(({ name }) => name === outcome);
  const condition = positive ?? screenPositive(outcome, instrument);
  return {
    title: instrument?.name ?? variable?.label ?? outcome,
    values: found.values,
    yes: condition === null ? null : { condition, values: numbersOf(truthOf(condition, columns)) },
  };
}

function screenPositive(
  variable: string,
  instrument: (typeof instruments)[string] | undefined,
): Extract<Condition, { kind: "number" }> | null {
  if (instrument === undefined || instrument.cutOff === null) return null;
  const { cutOff, direction, range } = instrument;
  const [from, to] = direction === "higher-is-worse" ? [cutOff, range[1]] : [range[0], cutOff];
  return { kind: "number", variable, from, to };
}
