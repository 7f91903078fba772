import { randomBytes } from "node:crypto";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { Problem } from "../problem.ts";
import { carriedPlaces, checkProblem } from "./checkProblem.ts";
import type { ProblemLedger } from "./problemLedger.ts";
import {
  mostProblems,
  type LoggedProblem,
  type ProblemContent,
  type ProblemVersion,
  type StudyProblems,
} from "./problemsApi.ts";
import type { ProblemStore } from "./problemStore.ts";

/** What researchers do with the ledger of problems. */
export type Problems = ReturnType<typeof createProblems>;

/** A version that a researcher adds: to which problem, from which version, and who. */
interface Added {
  readonly study: string;
  readonly problem: string;
  readonly version: number;
  /** Name of the account; `null` for a command. */
  readonly by: string | null;
}

/** Makes the rules of the ledger: logging, correcting, resolving. */
export function createProblems({
  store,
  ledger,
  columns,
  codebookOf,
  clock,
}: {
  store: ProblemStore;
  ledger: ProblemLedger;
  columns: ColumnsReadModel;
  codebookOf: (study: string) => Promise<Codebook>;
  clock: Clock;
}) {
  const check = async (study: string, content: ProblemContent): Promise<void> => {
    checkProblem(content, await codebookOf(study), await columns.columnsOf(study));
  };

  const { newest, add } = createVersions({ store, ledger, clock });

  return {
    /** A study's problems, and by what their places can be said. */
    async list(study: string): Promise<StudyProblems> {
      const { problems } = await ledger.of(study);
      return { problems, places: carriedPlaces(await codebookOf(study), await columns.columnsOf(study)) };
    },

    /**
     * Keeps a new problem.
     *
     * @throws {Problem} `invalid-parameter` naming what the study does not have, `too-large` for more than 200.
     */
    async log(study: string, content: ProblemContent, by: string | null): Promise<LoggedProblem> {
      await check(study, content);
      if ((await store.list(study)).length >= mostProblems) throw tooMany();
      const problem = randomBytes(9).toString("base64url");
      return add({ study, problem, version: 0, by }, { ...content, done: null });
    },

    /**
     * Says a problem anew; what was done about it stays said.
     *
     * @throws {Problem} `not-found`, `changed-meanwhile` when `version` is not its newest; else as `log`.
     */
    async correct(added: Added, content: ProblemContent): Promise<LoggedProblem> {
      const { done } = await newest(added);
      await check(added.study, content);
      return add(added, { ...content, done });
    },

    /** Says what was done about a problem; throws `not-found` and `changed-meanwhile` likewise. */
    async resolve(added: Added, done: ProblemContent["what"]): Promise<LoggedProblem> {
      const { from, to, questions, places, what } = await newest(added);
      return add(added, { from, to, questions, places, what, done });
    },
  };
}

/** Makes what finds the newest version of a problem and adds the next. */
function createVersions({ store, ledger, clock }: { store: ProblemStore; ledger: ProblemLedger; clock: Clock }) {
  const named = async (study: string, problem: string): Promise<LoggedProblem> => {
    const found = (await store.list(study)).find((each) => each.problem === problem);
    if (found === undefined) throw unknown();
    return found;
  };

  /** The version that the next is made from. @throws {Problem} `not-found`, `changed-meanwhile`. */
  const newest = async ({ study, problem, version }: Added): Promise<LoggedProblem> => {
    const found = await named(study, problem);
    if (found.version !== version) throw new Problem("changed-meanwhile");
    return found;
  };

  const add = async ({ study, problem, version: from, by }: Added, said: Said): Promise<LoggedProblem> => {
    const version: ProblemVersion = { version: from + 1, at: clock().toISOString(), by, ...said };
    const isKept = await store.add({ study, problem }, version);
    ledger.forget(study);
    if (!isKept) throw new Problem("changed-meanwhile");
    return named(study, problem);
  };

  return { newest, add };
}

type Said = ProblemContent & Pick<ProblemVersion, "done">;

function tooMany(): Problem {
  return new Problem("too-large", [
    {
      field: "problems",
      code: "too-many-problems",
      message: {
        "zh-CN": `一项调查最多 ${mostProblems} 个数据问题`,
        en: `A study has at most ${mostProblems} data problems`,
      },
    },
  ]);
}

function unknown(): Problem {
  return new Problem("not-found", [
    {
      field: "problem",
      code: "unknown-problem",
      message: { "zh-CN": "没有这个数据问题", en: "There is no such data problem" },
    },
  ]);
}
