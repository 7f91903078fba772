import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";

/** Makes the store of secrets on a connection. */
export function createSecretStore(connection: Connection) {
  const secrets = connection.model("Secret", secretSchema);
  return {
    /** The secret of this name: 32 random bytes, made now if there was none. */
    async secret(name: string): Promise<Buffer> {
      const fresh = randomBytes(32).toString("base64url");
      await secrets.updateOne({ _id: name }, { $setOnInsert: { value: fresh } }, { upsert: true });
      const kept = await secrets.findById(name).orFail().lean();
      return Buffer.from(kept.value, "base64url");
    },
  };
}

const secretSchema = new Schema(
  { _id: String, value: { type: String, required: true } },
  { collection: "secrets", versionKey: false, strict: "throw" },
);
