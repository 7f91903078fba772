import type { Design } from "../../stats/design.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { mergedCodebook } from "../estimates/mergedCodebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import { analyse } from "./analyse.ts";
import type { AnalysisRequest, AnalysisResult } from "./analysisApi.ts";

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
      const codebook = mergedCodebook(versions.map(({ definition }) => deriveCodebook(definition)));
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

/** The first day on which each version was answered that broke with the one before it. */
function brokenOn(versions: readonly QuestionnaireVersion[], columns: StudyColumns): string[] {
  return versions
    .filter(({ relation }) => relation === "broken")
    .flatMap(({ questionnaireVersion }) => {
      let first: string | null = null;
      for (let row = 0; row < columns.rows; row++) {
        if ((columns.questionnaireVersion[row] ?? 0) < questionnaireVersion) continue;
        const day = columns.days[columns.day[row] ?? 0] ?? "";
        if (first === null || day < first) first = day;
      }
      return first === null ? [] : [first];
    });
}
