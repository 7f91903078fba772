import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { AffectingProblem, AnalysisRequest } from "../analysis/analysisApi.ts";
import { variablesOf } from "../estimates/conditions.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { affects } from "./affects.ts";
import type { LoggedProblem } from "./problemsApi.ts";
import type { ProblemStore } from "./problemStore.ts";
import { questionsBehind } from "./questionsBehind.ts";

/** A study's problems as they are: the same object until one is logged, corrected or resolved. */
export interface Ledger {
  readonly study: string;
  readonly problems: readonly LoggedProblem[];
  readonly versions: number;
}

/** Of what something is made: the questions, variables and scores by any of their names, and which responses. */
export interface MadeOf extends Pick<Partial<AnalysisRequest>, "filter" | "from" | "to"> {
  /** `null` for everything the study asks. */
  readonly names: readonly string[] | null;
  /** Left out for the weights that the study uses usually. */
  readonly weight?: WeightWanted | undefined;
}

/** Knows what is wrong with studies' data, and what that affects. */
export type ProblemLedger = ReturnType<typeof createProblemLedger>;

/** Another process's writes are looked for at most this often. */
const compareEveryMs = 2_000;

/**
 * Makes what reads a study's problems once and keeps them.
 *
 * @param parts.weightedBy the variables of the margins that weights are raked to; none for weights that came with answers.
 */
export function createProblemLedger({
  store,
  codebookOf,
  weightedBy,
}: {
  store: ProblemStore;
  codebookOf: (study: string) => Promise<Codebook>;
  weightedBy: (study: string, weight: WeightWanted | undefined) => Promise<readonly string[]>;
}) {
  const affectingEach = async (
    { study, problems }: Ledger,
    each: readonly MadeOf["names"][],
    { filter, from, to, weight }: Omit<MadeOf, "names">,
  ): Promise<AffectingProblem[][]> => {
    if (problems.length === 0) return each.map(() => []);
    const codebook = await codebookOf(study);
    const shared = [...(filter === undefined ? [] : variablesOf(filter)), ...(await weightedBy(study, weight))];
    return each.map((names) => {
      const questions = names === null ? null : questionsBehind([...names, ...shared], codebook);
      return problems.filter((problem) => affects(problem, { questions, filter, from, to })).map(asAffecting);
    });
  };

  return {
    ...createKeptLedgers(store),

    /** The problems that affect each of several things made from the same responses, of which only the names differ. */
    affectingEach,

    /** The problems that affect something, by their first day. */
    affecting: async (ledger: Ledger, { names, ...whom }: MadeOf): Promise<AffectingProblem[]> =>
      (await affectingEach(ledger, [names], whom)).flat(),
  };
}

/** Reads a study's ledger once, and again when it has another number of versions. */
function createKeptLedgers(store: ProblemStore) {
  const kept = new Map<string, { readonly ledger: Promise<Ledger>; readonly comparedAt: number }>();

  const read = async (study: string): Promise<Ledger> => {
    const problems = await store.list(study);
    return { study, problems, versions: problems.reduce((sum, { history }) => sum + history.length, 0) };
  };
  const readAgain = async (before: Promise<Ledger>, study: string): Promise<Ledger> => {
    const ledger = await before;
    return (await store.countVersions(study)) === ledger.versions ? ledger : read(study);
  };

  return {
    /** A study's problems, with every one that this process has kept, and those of others two seconds later at most. */
    of(study: string): Promise<Ledger> {
      const known = kept.get(study);
      const now = performance.now();
      if (known !== undefined && now - known.comparedAt < compareEveryMs) return known.ledger;
      const ledger = known === undefined ? read(study) : readAgain(known.ledger, study);
      kept.set(study, { ledger, comparedAt: now });
      ledger.catch(() => {
        if (kept.get(study)?.ledger === ledger) kept.delete(study);
      });
      return ledger;
    },

    /** Call once a problem of the study was kept. */
    forget(study: string): void {
      kept.delete(study);
    },
  };
}

function asAffecting({ problem, from, to, what, done, history }: LoggedProblem): AffectingProblem {
  const resolved = history.find((version) => version.done !== null);
  return {
    id: problem,
    days: { from, to },
    what,
    resolved: done === null || resolved === undefined ? null : { at: resolved.at, done },
  };
}
