import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";

/** Which answer it is: to which request of which study. */
export interface ShownTo {
  readonly study: string;
  /** A hash of the request; with the number of its moves for one that was frozen. */
  readonly request: string;
}

/** A study's shown answers at a moment: how often anything was shown or moved on, and each answer's own moves. */
export interface ShownAt {
  /** `null` before the first. */
  readonly revision: number | null;
  readonly answers: readonly { readonly request: string; readonly moves: number }[];
}

/**
 * Keeps what the public was shown last of each request, and what of it was frozen, with the exact sizes of its numbers:
 * what is shown next depends on it, also after a restart and in another process.
 */
export type ShownStore = ReturnType<typeof createShownStore>;

/** Makes the store of what was shown on a connection. */
export function createShownStore(connection: Connection) {
  const shown = connection.model("ShownAnswer", shownSchema);
  const steps = connection.model("ShownStep", stepSchema);

  /** Does what a step says; done already, it does nothing. */
  const apply = async (study: string, { request, moves, content }: Step): Promise<void> => {
    if (moves === 0) await isFirst(shown.create({ study, request, moves, content }));
    else await shown.updateOne({ study, request, moves: moves - 1 }, { $set: { moves, content } }).exec();
  };

  return {
    async prepare(): Promise<void> {
      await Promise.all([shown.createIndexes(), steps.createIndexes()]);
    },

    /** How often the answer has moved on; `null` for one that was never shown. */
    async moves({ study, request }: ShownTo): Promise<number | null> {
      return (await shown.findOne({ study, request }, { moves: 1 }).lean())?.moves ?? null;
    },

    /** What was shown last, as JSON. */
    async last({ study, request }: ShownTo): Promise<{ moves: number; content: string } | null> {
      const kept = await shown.findOne({ study, request }).lean();
      return kept === null ? null : { moves: kept.moves, content: kept.content };
    },

    /** All that a study shows and has frozen, with the last step even where who took it did not come to its end. */
    async all(study: string): Promise<ShownAt> {
      const step = await steps.findById(study).lean();
      if (step !== null) await apply(study, step);
      const answers = await shown.find({ study }, { request: 1, moves: 1 }).lean();
      return {
        revision: step?.revision ?? null,
        answers: answers.map(({ request, moves }) => ({ request, moves })),
      };
    },

    /**
     * Keeps what is shown after `from` moves, `null` for the first; `false` when anything of the study was shown or moved
     * on since the `revision` at which it was held against the others.
     *
     * A step is taken by writing it whole into the one document of its study, and only then into the answer's own: two who
     * have held their numbers against the same others cannot both go on, and whoever comes next finds the step.
     */
    async moveOn(
      { study, request }: ShownTo,
      { revision, from }: { revision: number | null; from: number | null },
      content: string,
    ): Promise<boolean> {
      const step = { request, moves: from === null ? 0 : from + 1, content };
      const isTaken =
        revision === null
          ? await isFirst(steps.create({ _id: study, revision: 0, ...step }))
          : (await steps.updateOne({ _id: study, revision }, { $set: { revision: revision + 1, ...step } }).exec())
              .matchedCount === 1;
      if (isTaken) await apply(study, step);
      return isTaken;
    },

    /** Keeps what is shown after so many moves for good, beside what is shown later. */
    async freeze({ study, request }: ShownTo, moves: number, content: string): Promise<void> {
      await isFirst(shown.create({ study, request: `${request}@${moves}`, moves, content }));
    },
  };
}

interface KeptShown extends ShownTo {
  readonly moves: number;
  readonly content: string;
}

type Step = Omit<KeptShown, "study">;

const shownSchema = new Schema<KeptShown>(
  {
    study: { type: String, required: true },
    request: { type: String, required: true },
    moves: { type: Number, required: true },
    content: { type: String, required: true },
  },
  { collection: "shownAnswers", versionKey: false, strict: "throw" },
);
shownSchema.index({ study: 1, request: 1 }, { unique: true });

const stepSchema = new Schema<Step & { _id: string; revision: number }>(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    request: { type: String, required: true },
    moves: { type: Number, required: true },
    content: { type: String, required: true },
  },
  { collection: "shownSteps", versionKey: false, strict: "throw" },
);
