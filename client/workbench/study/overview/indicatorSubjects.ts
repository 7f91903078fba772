import type { IndicatorContent } from "../../../../server/indicators/indicatorsApi.ts";
import type { Codebook, CodedValue } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { conditionOf } from "../lens/lens.ts";

/** What an indicator may be the share of: answers to a variable, or scores from a scale's cut-off. */
export interface IndicatorSubject {
  readonly name: string;
  readonly title: LocalisedText;
  readonly part: LocalisedText | null;
  /** What can be chosen among; nothing of a scale. */
  readonly values: readonly CodedValue[];
  /** Scores that screen positive, both ends included; `null` of what is no scale. */
  readonly positive: readonly [number, number] | null;
  /** What is true of those who are counted; `null` while no answer is chosen. */
  readonly conditionFor: (codes: readonly string[]) => IndicatorContent["of"] | null;
}

/** The scales and the closed variables of a codebook. */
export function subjectsOf(codebook: Codebook): IndicatorSubject[] {
  const scales = codebook.scores.flatMap(({ name, instrument, range }): IndicatorSubject[] => {
    const found = instruments[instrument];
    if (found === undefined || found.cutOff === null) return [];
    const [from, to] = found.direction === "higher-is-worse" ? [found.cutOff, range[1]] : [range[0], found.cutOff];
    const of = { kind: "number", variable: name, from, to } as const;
    return [{ name, title: found.name, part: null, values: [], positive: [from, to], conditionFor: () => of }];
  });
  const variables = closedVariables(codebook).map((variable): IndicatorSubject => ({
    ...variable,
    positive: null,
    conditionFor: (codes) => conditionOf(variable.name, codes, codebook)[0] ?? null,
  }));
  return [...scales, ...variables];
}

/** A name in addresses for an indicator, as near to its variable's as the rules of names and the others allow. */
export function nameFor({ name }: Pick<IndicatorSubject, "name">, taken: readonly string[]): string {
  const spelt = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
  const base = spelt === "" ? "indicator" : spelt;
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(wanted)) return wanted;
  }
}
