import type { AnalysisOrigin } from "../../../../server/analysis/analysisApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { PageReader } from "../../reader.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import type { Provenance } from "./provenance.ts";

/** What the answers to all requests about a study's numbers share. */
type Headed = Pick<AnalysisOrigin, "weight" | "screening" | "problems" | "asOf"> & {
  readonly responses: number;
  readonly request: Pick<WantedAnalysis, "filter" | "from" | "to">;
};

/** How an answer came about, where what was estimated is said in the view's own words. */
export function headProvenance(
  { weight, screening, problems, asOf, responses, request: { filter, from, to } }: Headed,
  said: Pick<Provenance, "statistic" | "base" | "answered" | "interval" | "pages">,
  { codebook, reader }: { codebook: Codebook; reader: PageReader },
): Provenance {
  return {
    ...said,
    responses,
    weight,
    screening,
    problems,
    filter: filter === undefined ? "" : conditionInWords(filter, codebook, reader),
    period: { from: from ?? null, to: to ?? null },
    asOf,
  };
}
