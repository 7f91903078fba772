import type { Design } from "../../stats/design.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { excludedWithin } from "../estimates/excludedWithin.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Ledger, MadeOf, ProblemLedger } from "../problems/problemLedger.ts";
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
  problemLedger: ProblemLedger;
  clock: Clock;
}) {
  const { columns, questionnaires, designOf, problemLedger, clock } = parts;

  /**
   * Does a kind of work for requests, once for the same request, responses and weights. What is wrong with the data is
   * told anew when the ledger has changed, of answers that are kept as well.
   *
   * @param madeOf what a request's numbers are made from; with a filter where the request says elsewhere, too, of whom it is.
   */
  return function answering<Request extends OfWhom, Found extends object>(
    work: (request: Request, source: AnalysisSource) => Found,
    madeOf: (request: Request) => Pick<MadeOf, "names" | "filter">,
  ): (study: string, request: Request) => Promise<AnalysisOrigin & Found> {
    // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
    const kept = new WeakMap<Design, Map<string, Kept<AnalysisOrigin & Found>>>();

    const told = async (
      answer: Omit<AnalysisOrigin, "problems"> & Found,
      request: Request,
      ledger: Ledger,
    ): Promise<AnalysisOrigin & Found> => {
      const { from, to, filter: own } = request;
      const { names, filter = own } = madeOf(request);
      const whom = { from, to, filter, weight: answer.weight };
      const [problems = []] = await problemLedger.affectingEach(ledger, [names], whom);
      return { ...answer, problems };
    };

    return async (study, request) => {
      const found = await columns.columnsOf(study);
      const { design, weight, screening } = await designOf(found, request);
      const ledger = await problemLedger.of(study);
      const answers = kept.get(design) ?? new Map<string, Kept<AnalysisOrigin & Found>>();
      kept.set(design, answers);
      const key = JSON.stringify(request);
      const known = answers.get(key);
      if (known?.ledger === ledger) return known.answer;
      if (known !== undefined) {
        const answer = await told(known.answer, request, ledger);
        answers.set(key, { ledger, answer });
        return answer;
      }
      const versions = await questionnaires.versions(study);
      const codebook = await studyCodebook(questionnaires, found);
      const worked = work(request, { columns: found, codebook, design, breaks: breaksOfStudy(versions, found) });
      const origin = {
        study,
        asOf: clock().toISOString(),
        questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
        weight,
        screening: excludedWithin(request, found, screening),
      };
      const answer = await told({ ...origin, ...worked }, request, ledger);
      answers.set(key, { ledger, answer });
      return answer;
    };
  };
}

/** An answer with the ledger by which it says what is wrong with the data. */
interface Kept<Answer> {
  readonly ledger: Ledger;
  readonly answer: Answer;
}
