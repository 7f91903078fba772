import type { Engine } from "./command.ts";
import { removeMatching } from "./updates.ts";

const mostAtOnce = 500;

/** Removes documents whose time is over by an index with `expireAfterSeconds`; says how many. */
export async function sweepExpired({ catalog, sqlite, commits }: Engine, now: Date): Promise<number> {
  let removed = 0;
  for (const collection of catalog.all()) {
    for (const { fields, expireAfterSeconds } of collection.indexes) {
      const [field] = fields;
      if (expireAfterSeconds === null || field === undefined) continue;
      const before = new Date(now.getTime() - expireAfterSeconds * 1_000);
      removed += await commits.write(
        () => removeMatching(sqlite, collection, { filter: { [field]: { $lt: before } }, limit: mostAtOnce }).length,
      );
    }
  }
  return removed;
}
