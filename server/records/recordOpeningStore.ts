import { Schema, type Connection } from "mongoose";
import type { RecordOpening } from "./recordsApi.ts";

/** Keeps who opened records: lines are added and read, never changed or removed. */
export type RecordOpeningStore = ReturnType<typeof createRecordOpeningStore>;

/** Makes the store of openings on a connection. */
export function createRecordOpeningStore(connection: Connection) {
  const openings = connection.model("RecordOpening", openingSchema);
  return {
    prepare: () => openings.createIndexes(),

    /** Keeps a line for good. */
    async add({ study, by, at, ...content }: RecordOpening): Promise<void> {
      await openings.create({ study, by, at, content: JSON.stringify(content) });
    },

    /** Lines of a study, newest first, at most `limit`. */
    async list(study: string, limit: number): Promise<RecordOpening[]> {
      const kept = await openings.find({ study }).sort({ at: -1, _id: -1 }).limit(limit).lean();
      return kept.map(({ by, at, content }) => {
        // Written by this program.
        const rest = JSON.parse(content) as Omit<RecordOpening, "study" | "by" | "at">;
        return { study, by, at, ...rest };
      });
    },
  };
}

/** What was asked for is kept as text: it has names of variables in it, and MongoDB has rules for names. */
interface KeptOpening extends Pick<RecordOpening, "study" | "by" | "at"> {
  readonly content: string;
}

const openingSchema = new Schema<KeptOpening>(
  {
    study: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: String, required: true },
    content: { type: String, required: true },
  },
  { collection: "record_openings", versionKey: false, strict: "throw" },
);
openingSchema.index({ study: 1, at: -1, _id: -1 });
