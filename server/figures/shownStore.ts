import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";

/** Which answer it is: to which request of which study. */
export interface ShownTo {
  readonly study: string;
  /** A hash of the request. */
  readonly request: string;
}

/**
 * Keeps what the public was shown last of each request, with the exact sizes of its numbers: what is shown next depends
 * on it, also after a restart and in another process.
 */
export type ShownStore = ReturnType<typeof createShownStore>;

/** Makes the store of what was shown on a connection. */
export function createShownStore(connection: Connection) {
  const shown = connection.model("ShownAnswer", shownSchema);
  return {
    prepare: () => shown.createIndexes(),

    /** How often the answer has moved on; `null` for one that was never shown. */
    async moves({ study, request }: ShownTo): Promise<number | null> {
      return (await shown.findOne({ study, request }, { moves: 1 }).lean())?.moves ?? null;
    },

    /** What was shown last, as JSON. */
    async last({ study, request }: ShownTo): Promise<{ moves: number; content: string } | null> {
      const kept = await shown.findOne({ study, request }).lean();
      return kept === null ? null : { moves: kept.moves, content: kept.content };
    },

    /** Keeps what is shown after `from` moves, `null` for the first; `false` when another was first. */
    async moveOn({ study, request }: ShownTo, from: number | null, content: string): Promise<boolean> {
      if (from === null) return isFirst(shown.create({ study, request, moves: 0, content }));
      const { matchedCount } = await shown
        .updateOne({ study, request, moves: from }, { $set: { moves: from + 1, content } })
        .exec();
      return matchedCount === 1;
    },
  };
}

interface KeptShown extends ShownTo {
  readonly moves: number;
  readonly content: string;
}

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
