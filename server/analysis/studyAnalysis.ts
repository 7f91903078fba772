import { analyse, madeOf } from "./analyse.ts";
import type { AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import type { Answering } from "./answering.ts";
import { compare, everythingWithin } from "./compare.ts";
import type { ComparisonRequest, ComparisonResult } from "./comparisonApi.ts";

/** Answers analysis requests. */
export type AnalysisService = ReturnType<typeof createStudyAnalysis>;

/** Makes the one place where analysis requests are answered: for the API, the commands, figures and reports. */
export function createStudyAnalysis(answering: Answering) {
  return {
    /**
     * Answers a request from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
     */
    analyse: answering(analyse, madeOf) satisfies (study: string, request: AnalysisRequest) => Promise<AnalysisResult>,
    /** Compares two groups from the responses there are now; throws likewise. */
    compare: answering(compare, everythingWithin) satisfies (
      study: string,
      request: ComparisonRequest,
    ) => Promise<ComparisonResult>,
  };
}
