import type { QuestionEstimates } from "../../server/estimates/estimatesApi.ts";
import type { BarFigure, Reader } from "../figure.ts";
import { formatNumber } from "../format.ts";
import { markOf, textOf } from "../mark.ts";

/** How the scores of a standard scale are spread: a column a score, coloured by the band it falls into. */
export function scoreColumns(question: Extract<QuestionEstimates, { shape: "score" }>, reader: Reader): BarFigure {
  const { title, answered, bands, scores } = question;
  const { language } = reader;
  return {
    kind: "columns",
    title: reader.read(title),
    unit: "share",
    n: answered,
    places: scores.map(({ score, estimate }) => ({
      label: formatNumber(score, language),
      text: textOf(estimate, language),
    })),
    series: bands.map(({ label, from, to }, place) => ({
      label: `${label[language]} ${formatNumber(from, language)}–${formatNumber(to, language)}`,
      colour: { place, of: bands.length },
      marks: scores.map(({ score, estimate }) => (score >= from && score <= to ? markOf(estimate) : null)),
    })),
  };
}
