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

/** Tells the problems that affect something, by their first day. */
export type Affecting = (made: Omit<MadeOf, "weight">) => AffectingProblem[];

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
  const affectingBy = async (
    { study, problems }: Ledger,
    { weight, codebook }: Pick<MadeOf, "weight"> & { codebook: Codebook },
  ): Promise<Affecting> => {
    if (problems.length === 0) return () => [];
    const weighted = await weightedBy(study, weight);
    return ({ names, filter, from, to }) => {
      const shared = [...(filter === undefined ? [] : variablesOf(filter)), ...weighted];
      const questions = names === null ? null : questionsBehind([...names, ...shared], codebook);
      return problems.filter((problem) => affects(problem, { questions, filter, from, to })).map(asAffecting);
    };
  };

  return {
    ...createKeptLedgers(store),

    /** Makes what tells of several things by the same weights which problems affect them: what that takes is read once. */
    affectingBy,

    /** The problems that affect something, by their first day. */
    async affecting(ledger: Ledger, { weight, ...made }: MadeOf): Promise<AffectingProblem[]> {
      if (ledger.problems.length === 0) return [];
      return (await affectingBy(ledger, { weight, codebook: await codebookOf(ledger.study) }))(made);
    },
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
