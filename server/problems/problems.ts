import { randomBytes } from "node:crypto";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { breakdownNamed } from "../analysis/breakdowns.ts";
import { checkCodes, checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { Problem } from "../problem.ts";
import type { ProblemLedger } from "./problemLedger.ts";
import {
  mostProblems,
  type LoggedProblem,
  type ProblemContent,
  type ProblemVersion,
  type StudyProblems,
} from "./problemsApi.ts";
import type { ProblemStore } from "./problemStore.ts";

/** What every response carries beside its answers, and a problem can be of. */
const carried = ["grid_unit", "collector", "language"] as const;

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
    checkContent(content, await codebookOf(study), await columns.columnsOf(study));
  };

  const named = async (study: string, problem: string): Promise<LoggedProblem> => {
    const found = (await store.list(study)).find((each) => each.problem === problem);
    if (found === undefined) throw unknown();
    return found;
  };

  const add = async ({ study, problem, version: from, by }: Added, said: Said): Promise<LoggedProblem> => {
    const version: ProblemVersion = { version: from + 1, at: clock().toISOString(), by, ...said };
    const isKept = await store.add({ study, problem }, version);
    ledger.forget(study);
    if (!isKept) throw new Problem("changed-meanwhile");
    return named(study, problem);
  };

  return {
    /** A study's problems, and by what their places can be said. */
    async list(study: string): Promise<StudyProblems> {
      const [{ problems }, codebook, found] = await Promise.all([
        ledger.of(study),
        codebookOf(study),
        columns.columnsOf(study),
      ]);
      const places = carried.map((name) => {
        const { title, values } = breakdownNamed(name, { codebook, columns: found, path: "places" });
        return { name, title, values };
      });
      return { problems, places: places.filter(({ values }) => values.length > 0) };
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
      const { version, done } = await named(added.study, added.problem);
      await check(added.study, content);
      if (version !== added.version) throw new Problem("changed-meanwhile");
      return add(added, { ...content, done });
    },

    /** Says what was done about a problem; throws `not-found` and `changed-meanwhile` likewise. */
    async resolve(added: Added, done: ProblemContent["what"]): Promise<LoggedProblem> {
      const { version, from, to, questions, places, what } = await named(added.study, added.problem);
      if (version !== added.version) throw new Problem("changed-meanwhile");
      return add(added, { from, to, questions, places, what, done });
    },
  };
}

type Said = ProblemContent & Pick<ProblemVersion, "done">;

/** @throws {Problem} `invalid-parameter` naming the part that the study has no question, variable or code for. */
function checkContent(
  { from, to, questions, places }: ProblemContent,
  codebook: Codebook,
  columns: StudyColumns,
): void {
  if (from > to)
    throw refusal("to", "before-from", {
      "zh-CN": "最后一天早于第一天",
      en: "The last day is before the first",
    });
  const known = new Set<string>([...codebook.questions, ...codebook.scores].map(({ name }) => name).concat(carried));
  const place = questions?.findIndex((name) => !known.has(name)) ?? -1;
  if (place >= 0)
    throw refusal(`questions.${place}`, "unknown-question", {
      "zh-CN": "本调查没有这道题",
      en: "The study has no such question",
    });
  for (const [number, { variable, codes }] of places.entries()) {
    const path = `places.${number}`;
    if (places.findIndex((each) => each.variable === variable) < number)
      throw refusal(`${path}.variable`, "said-twice", {
        "zh-CN": "这个变量已经列出；请把编码写在一起",
        en: "This variable is there already: put its codes together",
      });
    if (columns.column(variable) !== undefined) {
      checkCondition({ kind: "code", variable, codes }, columns, path);
      continue;
    }
    const { values } = breakdownNamed(variable, { codebook, columns, path: `${path}.variable` });
    checkCodes(
      codes,
      values.map(({ code }) => code),
      `${path}.codes`,
    );
  }
}

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
