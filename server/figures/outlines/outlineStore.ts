import { Schema, type Connection } from "mongoose";
import type { Outline } from "../../../charts/publishedFigure.ts";

/** Keeps the approved outline of each study that has one. */
export type OutlineStore = ReturnType<typeof createOutlineStore>;

/** Makes the store of outlines on a connection. */
export function createOutlineStore(connection: Connection) {
  const outlines = connection.model("Outline", outlineSchema);
  return {
    prepare: () => outlines.createIndexes(),

    async of(study: string): Promise<Outline | null> {
      const kept = await outlines.findById(study).lean();
      // Written by this program from what it had read.
      return kept === null ? null : (JSON.parse(kept.content) as Outline);
    },

    async put(study: string, outline: Outline): Promise<void> {
      const content = JSON.stringify(outline);
      await outlines.updateOne({ _id: study }, { $set: { content } }, { upsert: true }).exec();
    },

    async remove(study: string): Promise<void> {
      await outlines.deleteOne({ _id: study }).exec();
    },
  };
}

const outlineSchema = new Schema<{ _id: string; content: string }>(
  { _id: { type: String, required: true }, content: { type: String, required: true } },
  { collection: "outlines", versionKey: false, strict: "throw" },
);
