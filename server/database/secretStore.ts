import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import { isFirst } from "./takenKeys.ts";

/** Makes the store of secrets on a connection. */
export function createSecretStore(connection: Connection) {
  const secrets = connection.model("Secret", secretSchema);
  return {
    /** The secret of this name: 32 random bytes, made now if there was none. */
    async secret(name: string): Promise<Buffer> {
      // Read first, so that a service can also start on a full disk.
      const there = await secrets.findById(name).lean();
      if (there === null) await isFirst(secrets.create({ _id: name, value: randomBytes(32).toString("base64url") }));
      const kept = there ?? (await secrets.findById(name).orFail().lean());
      return Buffer.from(kept.value, "base64url");
    },
  };
}

const secretSchema = new Schema(
  { _id: String, value: { type: String, required: true } },
  { collection: "secrets", versionKey: false, strict: "throw" },
);
