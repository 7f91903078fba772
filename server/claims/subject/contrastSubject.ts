import { conditionInWords } from "../../../charts/conditionInWords.ts";
import type { Reader } from "../../../charts/figure.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { variablesOf } from "../../estimates/conditions.ts";
import { scoresInWords } from "../../figures/scoresInWords.ts";
import type { ClaimedContrast } from "../claimedApart.ts";
import { claimWords } from "../claimWords.ts";
import type { ClaimSubject } from "./claimSubject.ts";
import { indicatorInWords } from "./indicatorInWords.ts";

/**
 * What a contrast is of: `GAD-7 · difference of means · (Do you believe it? Yes) less (the others who were asked)`. Its
 * sentence says what was held fixed, and that it is association.
 */
export function contrastSubject(
  { number: { contrast }, codebook }: { number: ClaimedContrast; codebook: Codebook },
  reader: Reader,
): ClaimSubject {
  const { title, positive, adjustedFor, number, request } = contrast;
  const { language, read } = reader;
  const said = (name: keyof typeof claimWords): string => claimWords[name][language];
  const outcome = read(title);
  const groups = request.contrasts.map((each) => conditionInWords(each, codebook, reader));
  const isOdds = number === "oddsRatio" || number === "adjustedOddsRatio";
  const between = said(isOdds ? "oddsBetween" : "difference")
    .replace("{first}", () => groups.join())
    .replace("{second}", () => said("others"));
  const yes = positive === null ? "" : indicatorInWords(positive, codebook, reader);
  const names = namesOf(adjustedFor, reader);
  const held = adjustedFor.length === 0 ? said("unadjusted") : said("adjustedFor").replace("{names}", () => names);
  const adjusted = said(adjustedFor.length === 0 ? "unadjusted" : "adjusted");
  const scored = positive === null ? [request.outcome] : variablesOf(positive);
  const filter = request.filter === undefined ? [] : [conditionInWords(request.filter, codebook, reader)];
  return {
    of: [isOdds ? yes : outcome, said(isOdds ? "oddsRatio" : "meanDifference"), between, adjusted, ...filter],
    wording: [outcome, ...scoresInWords(scored, codebook, reader), ...groups].join(language === "zh-CN" ? "；" : "; "),
    remarks: [held, said("association")],
    compared: [
      { label: said("compared"), text: [between, held, said("noCause")].join(language === "zh-CN" ? "；" : "; ") },
    ],
  };
}

/** Questions by their words, in quotation marks: within a sentence none of them asks. */
function namesOf(questions: ClaimedContrast["contrast"]["adjustedFor"], { language, read }: Reader): string {
  const quoted = questions.map(({ title }) => `“${read(title).replace(/[？?：:]$/, "")}”`);
  return language === "zh-CN" ? quoted.join("") : new Intl.ListFormat(language).format(quoted);
}
