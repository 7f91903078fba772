import { createHash } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";
import { eventKinds, type EventContent, type StudyEvent } from "./eventsApi.ts";

/** Keeps what happened while a study was in the field. */
export type EventStore = ReturnType<typeof createEventStore>;

/** Makes the store of events on a connection. */
export function createEventStore(connection: Connection) {
  const events = connection.model("Event", eventSchema);
  return {
    prepare: () => events.createIndexes(),

    /** A study's events by day, those of a day in no order, at most `limit`. */
    async list(study: string, limit: number): Promise<StudyEvent[]> {
      const kept = await events.find({ study }).sort({ day: 1, _id: 1 }).limit(limit).lean();
      return kept.map(fromKept);
    },

    count: (study: string): Promise<number> => events.countDocuments({ study }),

    /** Keeps an event; `null` when the study has the very same already. */
    async add(study: string, { day, kind, title }: EventContent): Promise<StudyEvent | null> {
      const content = { day, kind, title };
      const event = nameOf(study, content);
      return (await isFirst(events.create({ _id: event, study, ...content }))) ? { event, ...content } : null;
    },

    /** Removes an event; `false` when the study has none of that name. */
    async remove(study: string, event: string): Promise<boolean> {
      return (await events.deleteOne({ _id: event, study })).deletedCount > 0;
    },
  };
}

type KeptEvent = EventContent & { readonly _id: string; readonly study: string };

/** Of the study as well: two studies may note the same briefing. */
function nameOf(study: string, { day, kind, title }: EventContent): string {
  const content = JSON.stringify([study, day, kind, title["zh-CN"], title.en]);
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}

function fromKept({ _id, day, kind, title }: KeptEvent): StudyEvent {
  return { event: _id, day, kind, title };
}

const titleSchema = new Schema(
  { "zh-CN": { type: String, required: true }, en: { type: String, required: true } },
  { _id: false },
);

const eventSchema = new Schema<KeptEvent>(
  {
    _id: { type: String, required: true },
    study: { type: String, required: true },
    day: { type: String, required: true },
    kind: { type: String, enum: eventKinds, required: true },
    title: { type: titleSchema, required: true },
  },
  { collection: "events", versionKey: false, strict: "throw" },
);
eventSchema.index({ study: 1, day: 1, _id: 1 });
