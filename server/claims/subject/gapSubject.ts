import { conditionInWords } from "../../../charts/conditionInWords.ts";
import { needWords } from "../../../charts/figures/needPlane.ts";
import type { Reader } from "../../../charts/figure.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import type { ClaimedGap } from "../claimedNumber.ts";
import { claimWords } from "../claimWords.ts";
import type { ClaimSubject } from "./claimSubject.ts";

/**
 * The gap of a need: `Needs – Masks: Chosen · Gap (need it and are not satisfied, of those asked)`. It is a share of
 * people, need times one less satisfied, and not how many more need it than are satisfied, who are shares of others.
 */
export function gapSubject(
  { number: { result }, codebook }: { number: ClaimedGap; codebook: Codebook },
  reader: Reader,
): ClaimSubject {
  const { topics, satisfiedIf, filter } = result.request;
  const inWords = (condition: Parameters<typeof conditionInWords>[0]): string =>
    conditionInWords(condition, codebook, reader);
  const needs = topics.map(({ need }) => inWords(need));
  const { language } = reader;
  const satisfied = topics.map(({ satisfaction }) => {
    const rated = inWords({ kind: "code", variable: satisfaction, codes: satisfiedIf });
    return claimWords.satisfiedIf[language].replace("{rated}", () => rated);
  });
  return {
    of: [...needs, needWords.gap[language], ...(filter === undefined ? [] : [inWords(filter)])],
    wording: [...needs, ...satisfied].join(language === "zh-CN" ? "；" : "; "),
    remarks: [],
    compared: [],
  };
}
