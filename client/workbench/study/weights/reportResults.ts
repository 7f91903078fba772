import type { DotFigure, Mark } from "../../../../charts/figure.ts";
import { formatMean } from "../../../../charts/format.ts";
import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { MarginReport, WeightingReport } from "../../../../server/weighting/weightingApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { Provenance } from "../../parts/result/provenance.ts";
import { blockInWords, blockState, rangeInWords } from "./blocksTable.tsx";
import type { LabelOf } from "./categoryLabels.ts";
import { weightsTexts } from "./weightsTexts.ts";

const sides = ["wanted", "before", "achieved"] as const;

/** The margins of a report as a table: for each category the shares, from 0 to 1, and n. */
export function marginsTable({ margins }: WeightingReport, labelOf: LabelOf, language: Language): ResultTable {
  const columns = ["margin", "category", ...sides] as const;
  return {
    title: weightsTexts.margins[language],
    columns: [...columns.map((name) => weightsTexts[name][language]), "n"],
    rows: margins.flatMap(({ margin, categories }) =>
      categories.map(({ category, wanted, before, achieved, respondents }) => [
        margin,
        labelOf(margin, category),
        wanted,
        before,
        achieved,
        respondents,
      ]),
    ),
  };
}

/** A margin as dots: of each category the share that was wanted, the one before and the one that came out. */
export function marginFigure({ margin, categories }: MarginReport, labelOf: LabelOf, language: Language): DotFigure {
  // Shares by design, and by counting: nothing is estimated.
  const mark = (value: number): Mark => ({ value, interval: null, whyNoInterval: null });
  return {
    kind: "dots",
    title: margin,
    unit: "share",
    n: categories.reduce((sum, { respondents }) => sum + respondents, 0),
    places: categories.map(({ category }) => ({ label: labelOf(margin, category) })),
    series: sides.map((side) => ({
      label: weightsTexts[side][language],
      marks: categories.map((category) => mark(category[side])),
    })),
    reference: null,
  };
}

/** The blocks of a report as a table. */
export function blocksAsTable({ blocks }: WeightingReport, language: Language): ResultTable {
  const columns = ["block", "state", "responses", "effectShort", "effectiveShort", "range", "trimmed"] as const;
  return {
    title: weightsTexts.blocks[language],
    columns: columns.map((name) => weightsTexts[name][language]),
    rows: blocks.map((block) => {
      const { weights, responses, trimmed } = block;
      return [
        blockInWords(block, language),
        blockState(block, language),
        responses,
        weights === null ? null : formatMean(weights.designEffect, language),
        weights === null ? null : Math.round(weights.effectiveSampleSize),
        weights === null ? null : rangeInWords(weights, language),
        weights === null ? null : trimmed,
      ];
    }),
  };
}

/** How the numbers of a report came about. */
export function reportProvenance(
  { scheme, version, responses, weighted, screening, excludedByScreening, asOf }: WeightingReport,
  language: Language,
): Provenance {
  return {
    statistic: weightsTexts.reportStatistic[language],
    base: weightsTexts.reportBase[language],
    responses,
    answered: weighted,
    interval: null,
    weight: version === null ? "preview" : `scheme:${scheme}@${version}`,
    screening: screening === null ? null : { version: screening, excluded: excludedByScreening },
    problems: [],
    filter: "",
    period: { from: null, to: null },
    asOf,
    pages: ["methods/weighting.md", "weighting.md"],
  };
}
