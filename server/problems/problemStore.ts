import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";
import type { LoggedProblem, ProblemContent, ProblemVersion } from "./problemsApi.ts";

/** Keeps what went wrong with studies' data: versions are added, and nothing is changed or removed. */
export type ProblemStore = ReturnType<typeof createProblemStore>;

/** Makes the store of problems on a connection. */
export function createProblemStore(connection: Connection) {
  const versions = connection.model("ProblemVersion", versionSchema);
  return {
    prepare: () => versions.createIndexes(),

    /** A study's problems by their first day, those of a day as they were logged. */
    async list(study: string): Promise<LoggedProblem[]> {
      const kept = await versions.find({ study }).sort({ problem: 1, version: 1 }).lean();
      const histories = new Map<string, ProblemVersion[]>();
      for (const each of kept) histories.set(each.problem, [...(histories.get(each.problem) ?? []), fromKept(each)]);
      return [...histories]
        .flatMap(([problem, history]): LoggedProblem[] => {
          const newest = history.at(-1);
          return newest === undefined ? [] : [{ problem, ...newest, history }];
        })
        .sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
    },

    /** How many versions a study's problems have together: another number means that somebody has written. */
    countVersions: (study: string): Promise<number> => versions.countDocuments({ study }),

    /** Keeps a version; `false` when the problem has one of that number already. */
    add: (
      { study, problem }: { study: string; problem: string },
      { version, at, by, done, ...content }: ProblemVersion,
    ): Promise<boolean> =>
      isFirst(versions.create({ study, problem, version, at, by, done, content: JSON.stringify(content) })),
  };
}

function orderOf({ from, history, problem }: LoggedProblem): string {
  return `${from} ${history[0]?.at ?? ""} ${problem}`;
}

interface KeptVersion extends Pick<ProblemVersion, "version" | "at" | "by" | "done"> {
  readonly study: string;
  readonly problem: string;
  /** Codes are texts, numbers or truths. */
  readonly content: string;
}

function fromKept({ version, at, by, done, content }: KeptVersion): ProblemVersion {
  // Written by this program from content that had passed its check.
  return { version, at, by, done, ...(JSON.parse(content) as ProblemContent) };
}

const text = { type: String, required: true };
const wordsSchema = new Schema({ "zh-CN": text, en: text }, { _id: false });

const versionSchema = new Schema<KeptVersion>(
  {
    study: text,
    problem: text,
    version: { type: Number, required: true },
    at: text,
    by: { type: String, default: null },
    done: { type: wordsSchema, default: null },
    content: text,
  },
  { collection: "problemVersions", versionKey: false, strict: "throw" },
);
versionSchema.index({ study: 1, problem: 1, version: 1 }, { unique: true });
