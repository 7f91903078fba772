import { createHash, randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { createSharedReading } from "../database/sharedReading.ts";
import { isStoreFull } from "../database/storeFull.ts";

const dayMs = 86_400_000;
const longestMs = 30 * dayMs;
const idleMs = 7 * dayMs;
/** A session in use is prolonged at most this often, so that reading a page writes nothing. */
const renewMs = 3_600_000;

/** Makes the store of sessions. Only a hash of each token is kept: who reads the store cannot sign in with it. */
export function createSessionStore(connection: Connection, clock: Clock) {
  const sessions = connection.model("Session", sessionSchema);
  // A page asks for several things at once.
  const find = createSharedReading((id: string) => sessions.findById(id).lean());
  return {
    prepare: () => sessions.createIndexes(),

    /** Begins a session and gives its token, which is not kept. */
    async begin(account: string): Promise<string> {
      const token = randomBytes(32).toString("base64url");
      const now = clock();
      await sessions.create({ _id: hashOf(token), account, beganAt: now, expiresAt: new Date(now.getTime() + idleMs) });
      return token;
    },

    /** The name of the account whose session this is; `null` when there is none or its time is over. */
    async accountOf(token: string): Promise<string | null> {
      const session = await find(hashOf(token));
      const now = clock().getTime();
      if (session === null || session.expiresAt.getTime() <= now) return null;
      const expires = Math.min(now + idleMs, session.beganAt.getTime() + longestMs);
      if (expires - session.expiresAt.getTime() > renewMs) {
        await sessions.updateOne({ _id: session._id }, { $set: { expiresAt: new Date(expires) } }).catch(passIfFull);
      }
      return session.account;
    },

    end: async (token: string): Promise<void> => {
      await sessions.deleteOne({ _id: hashOf(token) });
    },
  };
}

/**
 * On a full disk a session cannot be prolonged; it still lets its owner read until it ends.
 *
 * @throws every other error.
 */
function passIfFull(error: unknown): void {
  if (!isStoreFull(error)) throw error;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

interface KeptSession {
  _id: string;
  account: string;
  beganAt: Date;
  expiresAt: Date;
}

const sessionSchema = new Schema<KeptSession>(
  {
    _id: { type: String, required: true },
    account: { type: String, required: true },
    beganAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "sessions", versionKey: false, strict: "throw" },
);
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
