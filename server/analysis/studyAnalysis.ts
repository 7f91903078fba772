import { analyse, madeOf } from "./analyse.ts";
import type { AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import type { Answering } from "./answering.ts";
import { createCrossedPeople } from "./crossedPeople.ts";
import { compare, everythingWithin } from "./compare.ts";
import type { ComparisonRequest, ComparisonResult } from "./comparisonApi.ts";

/** Answers analysis requests. */
export type AnalysisService = ReturnType<typeof createStudyAnalysis>;

/** Makes the one place where analysis requests are answered: for the API, the commands, figures and reports. */
export function createStudyAnalysis(answering: Answering) {
  const analyses = answering(analyse, madeOf);
  return {
    /**
     * Answers a request from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
     */
    analyse: analyses.one satisfies (study: string, request: AnalysisRequest) => Promise<AnalysisResult>,
    /** Answers several requests; throws likewise, naming which of them. */
    analyseTogether: analyses.together,
    /** How many people of one number are also of others: sizes alone. */
    crossed: createCrossedPeople(answering),
    /** Compares two groups from the responses there are now; throws likewise. */
    compare: answering(compare, everythingWithin).one satisfies (
      study: string,
      request: ComparisonRequest,
    ) => Promise<ComparisonResult>,
  };
}
