import { mongo, Schema, type Connection } from "mongoose";
import { createSharedReading } from "../database/sharedReading.ts";
import type { Indicator, IndicatorContent } from "./indicatorsApi.ts";

/** Keeps the indicators of studies. */
export type IndicatorStore = ReturnType<typeof createIndicatorStore>;

/** Makes the store of indicators on a connection. */
export function createIndicatorStore(connection: Connection) {
  const indicators = connection.model("Indicator", indicatorSchema);
  const ofStudy = createSharedReading((study: string) => indicators.find({ study }).sort({ _id: 1 }).lean());
  return {
    prepare: () => indicators.createIndexes(),

    /** The indicators of a study in the order in which they were made. */
    async list(study: string): Promise<Indicator[]> {
      const kept = await ofStudy(study);
      // Written by this program from content that had passed its check.
      return kept.map(({ indicator, content }) => ({
        study,
        indicator,
        ...(JSON.parse(content) as IndicatorContent),
      }));
    },

    /** Keeps an indicator in place of one of its name; says whether there was none. */
    async put({ study, indicator, ...content }: Indicator): Promise<boolean> {
      const { upsertedCount } = await indicators.updateOne(
        { study, indicator },
        // Ids that servers make up need not rise, and these tell the order in which indicators were made.
        { $set: { content: JSON.stringify(content) }, $setOnInsert: { _id: new mongo.ObjectId() } },
        { upsert: true },
      );
      return upsertedCount === 1;
    },

    /** Forgets an indicator; `false` when there was none. */
    async remove(study: string, indicator: string): Promise<boolean> {
      return (await indicators.deleteOne({ study, indicator })).deletedCount === 1;
    },
  };
}

/** What an indicator is stands as text: conditions nest, and name variables that MongoDB would take for paths. */
const indicatorSchema = new Schema<{ study: string; indicator: string; content: string }>(
  {
    study: { type: String, required: true },
    indicator: { type: String, required: true },
    content: { type: String, required: true },
  },
  { collection: "indicators", versionKey: false, strict: "throw" },
);
indicatorSchema.index({ study: 1, indicator: 1 }, { unique: true });
