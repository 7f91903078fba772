import type { StudyQuality } from "../../../../server/quality/qualityApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { Provenance } from "../../parts/result/provenance.ts";
import { qualityTexts } from "./qualityTexts.ts";

/** How counts of what came in came about: of every response, without weights and whoever is excluded. */
export function countsProvenance(
  { asOf }: Pick<StudyQuality, "asOf">,
  responses: number,
  language: Language,
): Provenance {
  return {
    statistic: qualityTexts.statistic[language],
    base: qualityTexts.baseAll[language],
    responses,
    answered: null,
    interval: null,
    weight: "none",
    screening: null,
    problems: [],
    filter: "",
    period: { from: null, to: null },
    asOf,
    pages: ["quality.md", "methods/screening.md"],
  };
}
