import { Schema, type Connection } from "mongoose";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";
import type { Account, Role } from "./account.ts";

/** Makes the store of accounts on a connection. */
export function createAccountStore(connection: Connection) {
  const accounts = connection.model("Account", accountSchema);
  return {
    prepare: () => accounts.createIndexes(),

    isEmpty: async (): Promise<boolean> => (await accounts.findOne({}).lean()) === null,

    find: createSharedReading(async (name: string): Promise<(Account & { passwordHash: string }) | null> => {
      const kept = await accounts.findById(name).lean();
      return kept === null ? null : { name: kept._id, role: kept.role, passwordHash: kept.passwordHash };
    }),

    /** Keeps a new account; `false` when its name is taken. */
    add: ({ name, role, passwordHash }: Account & { passwordHash: string }): Promise<boolean> =>
      isFirst(accounts.create({ _id: name, role, passwordHash })),
  };
}

interface KeptAccount {
  _id: string;
  role: Role;
  passwordHash: string;
}

const accountSchema = new Schema<KeptAccount>(
  {
    _id: { type: String, required: true },
    role: { type: String, required: true },
    passwordHash: { type: String, required: true },
  },
  { collection: "accounts", versionKey: false, strict: "throw" },
);
