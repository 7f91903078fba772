import type { Design } from "../../stats/design.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { analyse } from "./analyse.ts";
import type { AnalysisOrigin, AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { brokenOn } from "./brokenOn.ts";
import { compare } from "./compare.ts";
import type { ComparisonRequest, ComparisonResult } from "./comparisonApi.ts";

/** Answers analysis requests. */
export type AnalysisService = ReturnType<typeof createStudyAnalysis>;

/** Makes the one place where analysis requests are answered: for the API, the commands, figures and reports. */
export function createStudyAnalysis(parts: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  clock: Clock;
}) {
  const { columns, questionnaires, designOf, clock } = parts;

  /** Does a kind of work for requests, once for the same request, responses and weights. */
  function answering<Request extends { readonly weight?: WeightWanted | undefined }, Found extends object>(
    work: (request: Request, source: AnalysisSource) => Found,
  ): (study: string, request: Request) => Promise<AnalysisOrigin & Found> {
    // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
    const kept = new WeakMap<Design, Map<string, AnalysisOrigin & Found>>();
    return async (study, request) => {
      const found = await columns.columnsOf(study);
      const { design, weight } = await designOf(found, request.weight);
      const answers = kept.get(design) ?? new Map<string, AnalysisOrigin & Found>();
      kept.set(design, answers);
      const key = JSON.stringify(request);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const versions = await questionnaires.versions(study);
      const codebook = await studyCodebook(questionnaires, found);
      const result = {
        study,
        asOf: clock().toISOString(),
        questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
        weight,
        ...work(request, { columns: found, codebook, design, brokenOn: brokenOn(versions, found) }),
      };
      answers.set(key, result);
      return result;
    };
  }

  return {
    /**
     * Answers a request from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
     */
    analyse: answering(analyse) satisfies (study: string, request: AnalysisRequest) => Promise<AnalysisResult>,
    /** Compares two groups from the responses there are now; throws likewise. */
    compare: answering(compare) satisfies (study: string, request: ComparisonRequest) => Promise<ComparisonResult>,
  };
}
