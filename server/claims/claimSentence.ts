import { formatCount, formatDifference, formatValue } from "../../charts/format.ts";
import { judge } from "../../charts/judgement.ts";
import { unitOf } from "../../charts/mark.ts";
import { whyNoIntervalIs, whyNotShown } from "../../charts/words.ts";
import type { Estimate, Estimated } from "../../stats/estimate.ts";
import type { Language } from "../../surveys/language.ts";
import type { ClaimEdition } from "./claimsApi.ts";
import { claimWords } from "./claimWords.ts";

/**
 * A number as a sentence has it: `27.0% (95% interval 26.2 to 27.8, n = 26,900, as of 2020-03-04)`.
 *
 * @param day to which the answers go, as 2020-03-04.
 * @param remarks what must be said beside the number, in few words.
 */
export function claimSentence(
  estimate: Estimate,
  { day, language, remarks }: { day: string; language: Language; remarks: readonly string[] },
): Pick<ClaimEdition, "value" | "words"> {
  const judgement = judge(estimate);
  const said = (name: keyof typeof claimWords): string => claimWords[name][language];
  const asOf = said("asOf").replace("{day}", day);
  const put = (name: "sentence" | "none", value: string, parts: readonly string[]): string =>
    said(name)
      .replace("{value}", value)
      .replace("{parts}", parts.join(said("join")));
  if (judgement.kind === "not-shown") {
    const why = whyNotShown(judgement.why, language);
    return { value: why, words: put("none", "", [why, asOf]) };
  }
  const shown = judgement.estimate;
  const value = valueInWords(shown, language);
  const n = `n = ${formatCount(shown.n, language)}`;
  return { value, words: put("sentence", value, [uncertaintyInWords(shown, language), n, ...remarks, asOf]) };
}

function valueInWords(estimate: Estimated, language: Language): string {
  const value = written(estimate.value, estimate, language);
  return estimate.statistic === "net" ? claimWords.points[language].replace("{value}", value) : value;
}

function uncertaintyInWords({ interval, whyNoInterval, ...estimate }: Estimated, language: Language): string {
  if (interval === null) return whyNoIntervalIs(whyNoInterval, language);
  const bare = (value: number): string => written(value, estimate, language).replace("%", "");
  return claimWords.interval[language]
    .replace("{level}", `${Math.round(interval.level * 1000) / 10}%`)
    .replace("{lower}", bare(interval.lower))
    .replace("{upper}", bare(interval.upper));
}

/** A value in the estimate's unit; a difference of means has a sign, as one of shares has. */
function written(value: number, estimate: Pick<Estimated, "statistic" | "n">, language: Language): string {
  return estimate.statistic === "difference"
    ? formatDifference(value, "mean", { language, plus: "+" })
    : formatValue(value, unitOf(estimate), { language, n: estimate.n });
}
