import { Schema, type Connection } from "mongoose";

/** Keeps the day on which the studies of a store stand still: the demonstration's last. Most stores have none. */
export function createHeldDayStore(connection: Connection) {
  const held = connection.model("HeldDay", heldDaySchema);
  return {
    /** From now on studies live on the day that begins at `midnight`, for every program that opens the store anew. */
    async hold(midnight: Date): Promise<void> {
      await held.updateOne({ _id: "studies" }, { $set: { midnight } }, { upsert: true });
    },

    /** When the day begins; `null` for a store whose studies live now. */
    async midnight(): Promise<Date | null> {
      return (await held.findById("studies").lean())?.midnight ?? null;
    },
  };
}

const heldDaySchema = new Schema(
  { _id: String, midnight: { type: Date, required: true } },
  { collection: "heldDays", versionKey: false, strict: "throw" },
);
