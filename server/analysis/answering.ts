import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { excludedWithin } from "../estimates/excludedWithin.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf, StudyDesign } from "../estimates/studyDesign.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import type { Affecting, Ledger, MadeOf, ProblemLedger } from "../problems/problemLedger.ts";
import { createToldAnswers } from "../problems/toldAnswers.ts";
import type { AnalysisOrigin, AnalysisRequest } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { breaksOfStudy } from "./breaks.ts";

/** Makes what answers a kind of request about a study's numbers, from how such a request is worked out. */
export type Answering = ReturnType<typeof createAnswering>;

/** What every kind of request says of whom it is. */
export type OfWhom = Partial<Pick<AnalysisRequest, "weight" | "exclusions" | "filter" | "from" | "to">>;

interface Parts {
  readonly columns: ColumnsReadModel;
  readonly questionnaires: QuestionnaireStore;
  readonly designOf: DesignOf;
  readonly problemLedger: ProblemLedger;
  readonly clock: Clock;
}

/** Makes the one place where requests meet a study's columns, codebook, weights, and what is wrong with its data. */
export function createAnswering(parts: Parts) {
  const { clock } = parts;
  const sourceOf = createSources(parts);

  /**
   * Does a kind of work for requests, once for the same request, responses and weights.
   *
   * @param madeOf what a request's numbers are made from; with a filter where the request says elsewhere, too, of whom it is.
   */
  return function answering<Request extends OfWhom, Found extends object>(
    work: (request: Request, source: AnalysisSource) => Found,
    madeOf: (request: Request) => Pick<MadeOf, "names" | "filter">,
  ): Answers<Request, Found> {
    const told = createToldAnswers<Omit<AnalysisOrigin, "problems"> & Found, AnalysisOrigin & Found>();
    const answer = (study: string, request: Request, source: Source): Promise<AnalysisOrigin & Found> => {
      const { design, weight, ledger } = source;
      // A design is made once for its columns and weights, so the same design means the same answers, and they go with it.
      return told({ from: design, request: JSON.stringify(request) }, ledger, {
        work: () => {
          // First, since it is what refuses a request that cannot be met.
          const found = work(request, source);
          return {
            study,
            asOf: clock().toISOString(),
            questionnaireVersions: source.versions,
            weight,
            screening: excludedWithin(request, source.columns, source.screening),
            ...found,
          };
        },
        tell: async (untold) => {
          const { from, to, filter } = request;
          const affecting = await source.affecting();
          return { ...untold, problems: affecting({ from, to, filter, ...madeOf(request) }) };
        },
      });
    };
    return {
      one: async (study, request) => answer(study, request, await sourceOf(study, request)),
      async together(study, requests) {
        const sources = new Map<string, Source>();
        const answers: (AnalysisOrigin & Found)[] = [];
        for (const [place, request] of requests.entries()) {
          const key = JSON.stringify([request.weight, request.exclusions]);
          answers.push(
            await atPlace(`requests.${place}`, async () => {
              const source = sources.get(key) ?? (await sourceOf(study, request));
              sources.set(key, source);
              return answer(study, request, source);
            }),
          );
        }
        return answers;
      },
    };
  };
}

/** Makes what reads all that requests of the same weights are answered from. */
function createSources({ columns, questionnaires, designOf, problemLedger }: Parts) {
  return async (study: string, wanted: OfWhom): Promise<Source> => {
    const found = await columns.columnsOf(study);
    const [versions, design, ledger] = await Promise.all([
      questionnaires.versions(study),
      designOf(found, wanted),
      problemLedger.of(study),
    ]);
    const codebook = studyCodebook(versions, found);
    let affecting: Promise<Affecting> | null = null;
    return {
      ...design,
      columns: found,
      codebook,
      breaks: breaksOfStudy(versions, found),
      versions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
      ledger,
      affecting: () => (affecting ??= problemLedger.affectingBy(ledger, { weight: design.weight, codebook })),
    };
  };
}

/** What requests of the same weights are answered from, and what is said of it. */
type Source = AnalysisSource &
  Pick<StudyDesign, "weight" | "screening"> & {
    readonly versions: readonly number[];
    readonly ledger: Ledger;
    /** What tells the problems behind an answer, read once for all of them. */
    readonly affecting: () => Promise<Affecting>;
  };

/** How requests of a kind are answered. */
export interface Answers<Request, Found> {
  readonly one: (study: string, request: Request) => Promise<AnalysisOrigin & Found>;
  /** Several from the same responses, in their order; what is wrong with one is said at its place among them. */
  readonly together: (study: string, requests: readonly Request[]) => Promise<readonly (AnalysisOrigin & Found)[]>;
}

async function atPlace<Done>(path: string, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.problem,
      error.faults.map((fault) => ({ ...fault, field: `${path}.${fault.field}` })),
    );
  }
}
