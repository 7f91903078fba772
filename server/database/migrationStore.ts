import { Schema, type Connection } from "mongoose";

/** A step from one layout of the store to the next. Applying it twice must do no harm: a start can be killed half-way. */
export interface Migration {
  /** The layout it leads to; 1, 2, 3 without gaps. */
  readonly version: number;
  readonly name: string;
  apply(connection: Connection): Promise<void>;
}

/** Thrown when the store was last used by a newer program. */
export class StoreIsNewer extends Error {
  constructor(found: number, known: number) {
    super(
      `Cannot start: the store has layout ${found} and this program knows layouts up to ${known}; ` +
        "start the newer program again, or restore a backup made before the upgrade",
    );
  }
}

/**
 * Brings the store to the newest layout that `migrations` knows, one step at a time, and remembers each.
 *
 * @throws {StoreIsNewer} before anything is touched, when the store is ahead of the program.
 */
export async function migrate(connection: Connection, migrations: readonly Migration[]): Promise<void> {
  const layouts = connection.model("Layout", layoutSchema);
  const known = migrations.at(-1)?.version ?? 0;
  const found = (await layouts.findById("layout").lean())?.version ?? 0;
  if (found > known) throw new StoreIsNewer(found, known);
  for (const migration of migrations) {
    if (migration.version <= found) continue;
    await migration.apply(connection);
    await layouts.updateOne({ _id: "layout" }, { $max: { version: migration.version } }, { upsert: true });
  }
}

const layoutSchema = new Schema(
  { _id: String, version: { type: Number, required: true } },
  { collection: "layout", versionKey: false, strict: "throw" },
);
