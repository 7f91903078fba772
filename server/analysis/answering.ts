import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { excludedWithin } from "../estimates/excludedWithin.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { MadeOf, ProblemLedger } from "../problems/problemLedger.ts";
import { createToldAnswers } from "../problems/toldAnswers.ts";
import type { AnalysisOrigin, AnalysisRequest } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { breaksOfStudy } from "./breaks.ts";

/** Makes what answers a kind of request about a study's numbers, from how such a request is worked out. */
export type Answering = ReturnType<typeof createAnswering>;

/** What every kind of request says of whom it is. */
export type OfWhom = Partial<Pick<AnalysisRequest, "weight" | "exclusions" | "filter" | "from" | "to">>;

/** Makes the one place where requests meet a study's columns, codebook, weights, and what is wrong with its data. */
export function createAnswering(parts: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  problemLedger: ProblemLedger;
  clock: Clock;
}) {
  const { columns, questionnaires, designOf, problemLedger, clock } = parts;

  /**
   * Does a kind of work for requests, once for the same request, responses and weights.
   *
   * @param madeOf what a request's numbers are made from; with a filter where the request says elsewhere, too, of whom it is.
   */
  return function answering<Request extends OfWhom, Found extends object>(
    work: (request: Request, source: AnalysisSource) => Found,
    madeOf: (request: Request) => Pick<MadeOf, "names" | "filter">,
  ): (study: string, request: Request) => Promise<AnalysisOrigin & Found> {
    const told = createToldAnswers<Omit<AnalysisOrigin, "problems"> & Found, AnalysisOrigin & Found>();
    return async (study, request) => {
      const found = await columns.columnsOf(study);
      const { design, weight, screening } = await designOf(found, request);
      const ledger = await problemLedger.of(study);
      // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
      return told({ from: design, request: JSON.stringify(request) }, ledger, {
        work: async () => {
          const versions = await questionnaires.versions(study);
          const codebook = await studyCodebook(questionnaires, found);
          const answer = work(request, { columns: found, codebook, design, breaks: breaksOfStudy(versions, found) });
          return {
            study,
            asOf: clock().toISOString(),
            questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
            weight,
            screening: excludedWithin(request, found, screening),
            ...answer,
          };
        },
        tell: async (answer) => {
          const { from, to, filter } = request;
          const problems = await problemLedger.affecting(ledger, { from, to, filter, weight, ...madeOf(request) });
          return { ...answer, problems };
        },
      });
    };
  };
}
