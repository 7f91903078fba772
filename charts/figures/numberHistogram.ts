import type { QuestionEstimates } from "../../server/estimates/estimatesApi.ts";
import type { BarFigure, Reader } from "../figure.ts";
import { formatNumber } from "../format.ts";
import { markOf, textOf } from "../mark.ts";

type Numbers = Extract<QuestionEstimates, { shape: "numbers" }>;

/** How the numbers of one variable are spread: a column a bin. */
export function numberHistogram({ label, mean, bins }: Numbers["rows"][number], reader: Reader): BarFigure {
  const { language } = reader;
  return {
    kind: "columns",
    title: reader.read(label),
    unit: "share",
    n: mean.n,
    places: bins.map((bin) => ({ label: binLabel(bin, reader), text: textOf(bin.estimate, language) })),
    series: [{ label: reader.read(label), colour: "single", marks: bins.map(({ estimate }) => markOf(estimate)) }],
  };
}

/** Bins of one whole number are named by it. */
function binLabel({ from, to }: { from: number; to: number }, { language }: Reader): string {
  if (to - from === 1 && Number.isInteger(from)) return formatNumber(from, language);
  return `${formatNumber(from, language)}–${formatNumber(to, language)}`;
}
