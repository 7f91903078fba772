import { formatDifference } from "../../charts/format.ts";
import type { Estimated } from "../../stats/estimate.ts";
import type { Language } from "../../surveys/language.ts";
import { claimWords } from "./claimWords.ts";
import { isOfShares } from "./standing.ts";

/**
 * How far a number that was said is from the present one: `−16.9 points, outside the interval`.
 *
 * @param difference what was said less the present number, a share of 1 for a point of 100.
 */
export function apartInWords(
  difference: number,
  { statistic, value, interval }: Estimated,
  language: Language,
): string {
  const isShare = isOfShares(statistic);
  const written = formatDifference(difference, isShare ? "share" : "mean", { language, plus: "+" });
  const said = value + difference;
  const where =
    interval === null ? "noInterval" : said >= interval.lower && said <= interval.upper ? "inside" : "outside";
  const shown = isShare ? claimWords.points[language].replace("{value}", written) : written;
  return shown + claimWords.join[language] + claimWords[where][language];
}
