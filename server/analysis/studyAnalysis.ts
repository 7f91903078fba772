import type { Design } from "../../stats/design.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { analyse } from "./analyse.ts";
import type { AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import { brokenOn } from "./brokenOn.ts";

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
  // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
  const kept = new WeakMap<Design, Map<string, AnalysisResult>>();
  return {
    /**
     * Answers a request from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
     */
    async analyse(study: string, request: AnalysisRequest): Promise<AnalysisResult> {
      const found = await columns.columnsOf(study);
      const { design, weight } = await designOf(found, request.weight);
      const answers = kept.get(design) ?? new Map<string, AnalysisResult>();
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
        ...analyse(request, { columns: found, codebook, design, brokenOn: brokenOn(versions, found) }),
      };
      answers.set(key, result);
      return result;
    },
  };
}
