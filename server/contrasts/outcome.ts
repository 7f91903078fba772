import type { LocalisedText } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import type { Condition, ReadColumns } from "../estimates/conditions.ts";
import type { ContrastsRequest } from "./contrastsApi.ts";

/** What is compared between groups. */
export interface Outcome {
  readonly variable: string;
  readonly title: LocalisedText;
  /** What counts as a yes; `null` where nothing does. */
  readonly yes: Condition | null;
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
  return {
    variable: outcome,
    title: instrument?.name ?? variable?.label ?? outcome,
    yes: positive ?? screenPositive(outcome, instrument),
  };
}

/** The numbers of a variable that has some: one entry a row, not a number for no answer. */
export function numbersIn(variable: string, { column, rows }: ReadColumns): Float64Array {
  const found = column(variable);
  return found?.kind === "number" ? found.values : new Float64Array(rows).fill(Number.NaN);
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
