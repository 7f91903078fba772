import { Schema, type Collection, type Connection } from "mongoose";
import type { AnswerPath } from "../../surveys/codebook/codebook.ts";
import { valueAt } from "../../surveys/codebook/valueAt.ts";
import { keyIsTaken } from "../database/takenKeys.ts";
import type { Response } from "./response.ts";
import { createGroupedWriter } from "./groupedWriter.ts";

/** Keeps responses: the only place that reads or writes what a person answered. */
export type ResponseStore = ReturnType<typeof createResponseStore>;

/** Responses of one day, and how many of them carry a flag. */
export interface DayCount {
  readonly responses: number;
  readonly flagged: number;
}

const batch = 1_000;

/** Makes the store of responses on a connection. */
export function createResponseStore(connection: Connection) {
  const responses = connection.model("Response", responseSchema);
  // Past the model's casting: a response is built and checked by admission, and there are very many of them.
  const collection = responses.collection as unknown as Collection<KeptResponse>;
  const insert = async (kept: readonly KeptResponse[]): Promise<Set<number>> => {
    try {
      await collection.insertMany([...kept], { ordered: false, ignoreUndefined: true });
      return new Set();
    } catch (error) {
      return duplicatesIn(error);
    }
  };
  const writer = createGroupedWriter(insert, 200);

  return {
    prepare: () => responses.createIndexes(),

    /** Keeps a response for good before it answers; `false` when one with its submission key had been kept. */
    keep: (response: Response): Promise<boolean> => writer.write(toKept(response)),

    /** Keeps many at once; says for each whether it was new. */
    async keepMany(many: readonly Response[]): Promise<boolean[]> {
      // The driver refuses an empty batch.
      if (many.length === 0) return [];
      const before = await insert(many.map(toKept));
      return many.map((_, index) => !before.has(index));
    },

    /** The content under a submission key, or `null`. */
    async contentUnder(study: string, submissionKey: string): Promise<{ contentHash: string } | null> {
      return responses.findOne({ study, submissionKey }, { contentHash: 1 }).lean();
    },

    /** The content under each of many submission keys; keys of nothing are not there. */
    async contentsUnder(study: string, submissionKeys: readonly string[]): Promise<Map<string, string>> {
      const found = new Map<string, string>();
      for (let from = 0; from < submissionKeys.length; from += batch) {
        const some = submissionKeys.slice(from, from + batch);
        const kept = await collection
          .find({ study, submissionKey: { $in: some } }, { projection: { submissionKey: 1, contentHash: 1 } })
          .toArray();
        for (const { submissionKey, contentHash } of kept) found.set(submissionKey, contentHash);
      }
      return found;
    },

    count: (study: string): Promise<number> => responses.countDocuments({ study }),

    /** How many responses each day has; days without any are not there. */
    async countsByDay(study: string): Promise<Map<string, DayCount>> {
      const groups = await responses.aggregate<{ _id: { day: string; flagged: boolean }; responses: number }>([
        { $match: { study } },
        { $group: { _id: { day: "$day", flagged: "$flagged" }, responses: { $sum: 1 } } },
      ]);
      const counts = new Map<string, DayCount>();
      for (const { _id, responses: found } of groups) {
        const soFar = counts.get(_id.day) ?? { responses: 0, flagged: 0 };
        const flagged = soFar.flagged + (_id.flagged ? found : 0);
        counts.set(_id.day, { responses: soFar.responses + found, flagged });
      }
      return counts;
    },

    /** Every response of a study, or of one of its days, in batches and in no particular order. */
    async *scan(study: string, { day }: { day?: string } = {}): AsyncGenerator<readonly Response[]> {
      const found = collection.find(day === undefined ? { study } : { study, day }, { batchSize: batch });
      let gathered: Response[] = [];
      for await (const kept of found) {
        gathered.push(fromKept(kept));
        if (gathered.length < batch) continue;
        yield gathered;
        gathered = [];
      }
      if (gathered.length > 0) yield gathered;
    },

    /** What people wrote at one place of their answers, in order of id, beginning after the id `after`. */
    async texts({ study, path, containing, after, limit }: TextsWanted): Promise<WrittenText[]> {
      const written = containing === "" ? { $type: "string", $ne: "" } : { $regex: literal(containing) };
      const found = await collection
        .find({ study, _id: { $gt: after }, [`answers.${path.join(".")}`]: written }, { batchSize: limit })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map((kept) => {
        const { id, day, answers } = fromKept(kept);
        return { id, day, text: String(valueAt(answers, path)) };
      });
    },
  };
}

/** One person's words. */
export interface WrittenText {
  readonly id: string;
  readonly day: string;
  readonly text: string;
}

/** A pattern that finds `text` and nothing else. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Which texts are wanted. `after` is the last id of the page before, or empty; so is `containing` for all texts. */
interface TextsWanted {
  readonly study: string;
  readonly path: AnswerPath;
  readonly containing: string;
  readonly after: string;
  readonly limit: number;
}

/**
 * The places in a batch of what had been kept before.
 *
 * @throws whatever else went wrong: nothing is known then about the rest.
 */
function duplicatesIn(error: unknown): Set<number> {
  if (!(error instanceof Error) || !("writeErrors" in error)) throw error;
  const faults = [error.writeErrors].flat() as { code?: number; index: number }[];
  if (faults.length === 0 || faults.some(({ code }) => code !== keyIsTaken)) throw error;
  return new Set(faults.map(({ index }) => index));
}

/** `flagged` stands beside `flags` so that days can be counted from an index alone. */
type KeptResponse = Omit<Response, "id"> & { _id: string; flagged: boolean };

function toKept({ id, ...rest }: Response): KeptResponse {
  return { _id: id, ...rest, flagged: rest.flags.length > 0 };
}

function fromKept({ _id, flagged: _flagged, ...rest }: KeptResponse): Response {
  return { id: _id, ...rest };
}

const responseSchema = new Schema<KeptResponse>(
  {
    _id: { type: String, required: true },
    study: { type: String, required: true },
    submissionKey: { type: String, required: true },
    contentHash: { type: String, required: true },
    questionnaireVersion: { type: Number, required: true },
    day: { type: String, required: true },
    language: { type: String, required: true },
    collector: { type: String, default: null },
    gridUnit: { type: String, default: null },
    answers: { type: Schema.Types.Mixed, required: true },
    scores: { type: Schema.Types.Mixed, required: true },
    seconds: { type: Number, default: null },
    pageSeconds: { type: [Number], required: true },
    weight: { type: Number, default: null },
    flags: { type: [String], required: true },
    flagged: { type: Boolean, required: true },
  },
  { collection: "responses", versionKey: false, strict: "throw" },
);
responseSchema.index({ study: 1, submissionKey: 1 }, { unique: true });
responseSchema.index({ study: 1, day: 1, flagged: 1 });
