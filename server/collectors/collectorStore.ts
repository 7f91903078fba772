import { Schema, type Connection } from "mongoose";
import type { Collector } from "./collectorsApi.ts";

/** Keeps the collectors of studies. */
export type CollectorStore = ReturnType<typeof createCollectorStore>;

/** Makes the store of collectors on a connection. */
export function createCollectorStore(connection: Connection) {
  const collectors = connection.model("Collector", collectorSchema);
  return {
    prepare: () => collectors.createIndexes(),

    /** A study's collectors by name. */
    async list(study: string): Promise<Collector[]> {
      const kept = await collectors.find({ study }).sort({ collector: 1 }).lean();
      return kept.map(({ collector, title, gridUnit }) => ({ collector, title, gridUnit }));
    },

    /** Keeps a collector in place of one of its name; says whether there was none. */
    async put(study: string, { collector, title, gridUnit }: Collector): Promise<boolean> {
      const change = { $set: { title, gridUnit } };
      return (await collectors.updateOne({ study, collector }, change, { upsert: true })).upsertedCount === 1;
    },

    /** Forgets a collector; `false` when there was none. Responses keep its name. */
    async remove(study: string, collector: string): Promise<boolean> {
      return (await collectors.deleteOne({ study, collector })).deletedCount === 1;
    },
  };
}

const collectorSchema = new Schema<Collector & { study: string }>(
  {
    study: { type: String, required: true },
    collector: { type: String, required: true },
    title: { type: String, required: true },
    gridUnit: { type: String, default: null },
  },
  { collection: "collectors", versionKey: false, strict: "throw" },
);
collectorSchema.index({ study: 1, collector: 1 }, { unique: true });
