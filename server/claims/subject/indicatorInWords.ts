import { conditionInWords } from "../../../charts/conditionInWords.ts";
import type { Reader } from "../../../charts/figure.ts";
import { formatNumber } from "../../../charts/format.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { instruments } from "../../../surveys/instruments/registry.ts";
import type { Condition } from "../../estimates/conditions.ts";
import { claimWords } from "../claimWords.ts";

/** Of whom a condition is true: what it says, and of a score its scale. */
export function indicatorInWords(indicator: Condition, codebook: Codebook, reader: Reader): string {
  return indicator.kind === "number" && codebook.scores.some(({ name }) => name === indicator.variable)
    ? scoresInWords(indicator, codebook, reader)
    : conditionInWords(indicator, codebook, reader);
}

/** Scores of a scale: `GAD-7 10–21 (screens positive)`, where they are those beyond its cut-off. */
function scoresInWords(
  { variable, from, to }: Extract<Condition, { kind: "number" }>,
  { scores }: Codebook,
  { language }: Reader,
): string {
  const score = scores.find(({ name }) => name === variable);
  const { name = variable, cutOff = null, direction } = instruments[score?.instrument ?? ""] ?? {};
  const [lowest, highest] = score?.range ?? [from, to];
  const isPositive =
    direction === "higher-is-worse" ? from === cutOff && to === highest : to === cutOff && from === lowest;
  const range = `${name} ${formatNumber(from, language)}–${formatNumber(to, language)}`;
  return isPositive ? claimWords.positive[language].replace("{range}", range) : range;
}
