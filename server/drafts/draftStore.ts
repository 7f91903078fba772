import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";
import type { DraftContent } from "./draftsApi.ts";

/** Keeps the questionnaire that is being written, one a study. */
export type DraftStore = ReturnType<typeof createDraftStore>;

/** Makes the store of drafts on a connection. */
export function createDraftStore(connection: Connection) {
  const drafts = connection.model("QuestionnaireDraft", draftSchema);
  return {
    prepare: () => drafts.createIndexes(),

    async find(study: string): Promise<DraftContent | null> {
      const kept = await drafts.findById(study).lean();
      if (kept === null) return null;
      const { text, basedOn, declared, revision } = kept;
      // Written by this program from content that had passed its check.
      return { text, basedOn, declared: JSON.parse(declared) as DraftContent["declared"], revision };
    },

    /**
     * Keeps a draft in place of the one that has its `revision`, or as the first where that is empty.
     *
     * @returns the new revision; `null` when another draft has come in its place.
     */
    async put(study: string, { text, basedOn, declared, revision }: DraftContent): Promise<string | null> {
      const next = {
        text,
        basedOn,
        declared: JSON.stringify(declared),
        revision: randomBytes(9).toString("base64url"),
      };
      const isKept =
        revision === ""
          ? await isFirst(drafts.create({ _id: study, ...next }))
          : (await drafts.updateOne({ _id: study, revision }, { $set: next })).matchedCount === 1;
      return isKept ? next.revision : null;
    },

    /** Forgets a draft that has this revision; `false` when it has another. */
    async remove(study: string, revision: string): Promise<boolean> {
      return (await drafts.deleteOne({ _id: study, revision })).deletedCount === 1;
    },
  };
}

/** What was declared is kept as text: names of changes hold points, which MongoDB takes for paths. */
const draftSchema = new Schema<{ _id: string; text: string; basedOn: number; declared: string; revision: string }>(
  {
    _id: { type: String, required: true },
    // An editor may be emptied.
    text: { type: String, default: "" },
    basedOn: { type: Number, required: true },
    declared: { type: String, required: true },
    revision: { type: String, required: true },
  },
  { collection: "questionnaire_drafts", versionKey: false, strict: "throw" },
);
