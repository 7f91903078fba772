import type { AnalysisRequest, AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { ComparisonRequest, ComparisonResult } from "../../server/analysis/comparisonApi.ts";
import type { Refusal } from "./api.ts";
import type { Reading } from "./useAnswer.ts";
import { usePosted } from "./usePosted.ts";

/** A request as it is sent: what is left out has its default. */
export type WantedAnalysis = Partial<AnalysisRequest>;

/**
 * Asks for numbers, and again whenever a request or `again` changes; the last answers stay until the next are there.
 *
 * @param requests answered together, in their order; `null` asks nothing.
 */
export function useAnalyses(
  study: string,
  requests: readonly WantedAnalysis[] | null,
): Reading<readonly AnalysisResult[]> {
  const { answer, refusal, again } = usePosted<{ results: readonly AnalysisResult[] }>(
    `/api/studies/${study}/estimates/together`,
    requests === null ? null : { requests },
  );
  return { answer: answer?.results ?? null, refusal: refusal === null ? null : ofOne(refusal), again };
}

/** A refusal of several, as of the one that cannot be met: its own fields are what a reader can change. */
function ofOne({ faults, ...refusal }: Refusal): Refusal {
  return {
    ...refusal,
    faults: faults.map((fault) => ({ ...fault, field: fault.field.replace(/^requests\.\d+\./, "") })),
  };
}

/** A comparison as it is sent: two groups, and what is left out has its default. */
export type WantedComparison = Partial<ComparisonRequest> & Pick<ComparisonRequest, "first" | "second">;

/** Asks how two groups differ on everything. */
export function useComparison(study: string, request: WantedComparison | null): Reading<ComparisonResult> {
  return usePosted(`/api/studies/${study}/comparisons`, request);
}

/** Asks for the numbers of one request. */
export function useAnalysis(study: string, request: WantedAnalysis | null): Reading<AnalysisResult> {
  return usePosted(`/api/studies/${study}/estimates`, request);
}
