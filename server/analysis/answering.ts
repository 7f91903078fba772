import type { Design } from "../../stats/design.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { excludedWithin } from "../estimates/excludedWithin.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { AnalysisOrigin, AnalysisRequest } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { breaksOfStudy } from "./breaks.ts";

/** Makes what answers a kind of request about a study's numbers, from how such a request is worked out. */
export type Answering = ReturnType<typeof createAnswering>;

/** What every kind of request says of whom it is. */
export type OfWhom = Partial<Pick<AnalysisRequest, "weight" | "exclusions" | "filter" | "from" | "to">>;

/** Makes the one place where requests meet a study's columns, codebook and weights. */
export function createAnswering(parts: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  clock: Clock;
}) {
  const { columns, questionnaires, designOf, clock } = parts;

  /** Does a kind of work for requests, once for the same request, responses and weights. */
  return function answering<Request extends OfWhom, Found extends object>(
    work: (request: Request, source: AnalysisSource) => Found,
  ): (study: string, request: Request) => Promise<AnalysisOrigin & Found> {
    // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
    const kept = new WeakMap<Design, Map<string, AnalysisOrigin & Found>>();
    return async (study, request) => {
      const found = await columns.columnsOf(study);
      const { design, weight, screening } = await designOf(found, request);
      const answers = kept.get(design) ?? new Map<string, AnalysisOrigin & Found>();
      kept.set(design, answers);
      const key = JSON.stringify(request);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const versions = await questionnaires.versions(study);
      const codebook = await studyCodebook(questionnaires, found);
      const answer = work(request, { columns: found, codebook, design, breaks: breaksOfStudy(versions, found) });
      const result = {
        study,
        asOf: clock().toISOString(),
        questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
        weight,
        screening: excludedWithin(request, found, screening),
        ...answer,
      };
      answers.set(key, result);
      return result;
    };
  };
}
