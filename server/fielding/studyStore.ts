import { Schema, trusted, type Connection } from "mongoose";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";
import type { Study } from "./study.ts";

/** Keeps studies. */
export type StudyStore = ReturnType<typeof createStudyStore>;

/** Makes the store of studies on a connection. */
export function createStudyStore(connection: Connection) {
  const studies = connection.model("Study", studySchema);
  return {
    prepare: () => studies.createIndexes(),

    /** A study as it is kept; a crowd that asks at once shares the reading, since every submission begins with it. */
    find: createSharedReading(async (study: string): Promise<Study | null> => {
      const kept = await studies.findById(study).lean();
      return kept === null ? null : fromKept(kept);
    }),

    /** Studies after `after` in order of name, at most `limit`; all of them, or one owner's and those without an owner. */
    async list({ after, limit, owner }: { after: string; limit: number; owner: string | null }): Promise<Study[]> {
      const whose = owner === null ? {} : { owner: trusted({ $in: [owner, null] }) };
      const kept = await studies
        .find({ _id: trusted({ $gt: after }), ...whose })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return kept.map(fromKept);
    },

    /** Keeps a new study; `false` when its name is taken. */
    add: ({ study, ...rest }: Study): Promise<boolean> => isFirst(studies.create({ _id: study, ...rest })),

    async change(study: string, change: Partial<Omit<Study, "study">>): Promise<Study | null> {
      const kept = await studies.findByIdAndUpdate(study, { $set: change }, { returnDocument: "after" }).lean();
      return kept === null ? null : fromKept(kept);
    },
  };
}

type KeptStudy = Omit<Study, "study"> & { _id: string };

function fromKept({ _id, ...rest }: KeptStudy): Study {
  return { study: _id, ...rest };
}

const titleSchema = new Schema(
  { "zh-CN": { type: String, required: true }, en: { type: String, required: true } },
  { _id: false },
);

const studySchema = new Schema<KeptStudy>(
  {
    _id: { type: String, required: true },
    title: { type: titleSchema, required: true },
    state: { type: String, enum: ["draft", "open", "closed"], required: true },
    timeZone: { type: String, required: true },
    languages: { type: [String], required: true },
    firstDay: { type: String, default: null },
    lastDay: { type: String, default: null },
    simulated: { type: Boolean, required: true },
    owner: { type: String, default: null },
  },
  { collection: "studies", versionKey: false, strict: "throw" },
);
