import { Schema, type Connection } from "mongoose";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";
import type { UsualWeights } from "./weightingApi.ts";

/** Keeps which scheme's weights a study uses where none are named. A choice is added to those before it, never changed. */
export type UsualSchemeStore = ReturnType<typeof createUsualSchemeStore>;

/** Makes the store of these choices on a connection. */
export function createUsualSchemeStore(connection: Connection) {
  const choices = connection.model("UsualScheme", choiceSchema);
  const newest = (study: string): Promise<KeptChoice | null> => choices.findOne({ study }).sort({ number: -1 }).lean();
  return {
    prepare: () => choices.createIndexes(),

    /** What a study uses now; `null` before the first choice. */
    of: createSharedReading(async (study: string): Promise<UsualWeights | null> => {
      const kept = await newest(study);
      return kept === null ? null : { scheme: kept.scheme, by: kept.by, since: kept.since };
    }),

    /** Keeps a choice for good; of several made at once the one that comes last is the newest. */
    async choose(study: string, { scheme, by, since }: UsualWeights): Promise<void> {
      for (;;) {
        const number = ((await newest(study))?.number ?? 0) + 1;
        if (await isFirst(choices.create({ study, number, scheme, by, since }))) return;
      }
    },
  };
}

interface KeptChoice extends UsualWeights {
  readonly study: string;
  readonly number: number;
}

const choiceSchema = new Schema<KeptChoice>(
  {
    study: { type: String, required: true },
    number: { type: Number, required: true },
    scheme: { type: String, default: null },
    by: { type: String, required: true },
    since: { type: String, required: true },
  },
  { collection: "usual_schemes", versionKey: false, strict: "throw" },
);
choiceSchema.index({ study: 1, number: 1 }, { unique: true });
