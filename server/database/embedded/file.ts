import { rmSync, statSync } from "node:fs";
import { isDiskFault } from "./errors.ts";
import { lookThrough, openSqlite, refuseDamage, type Sqlite } from "./sqlite.ts";

/**
 * Refuses a file that SQLite would take for a new one although there has been a store: a lost or emptied file must not
 * pass for a store without anything in it.
 *
 * @throws when the file is empty, or its write-ahead log stands there without it.
 */
export function refuseLostFile(path: string): void {
  const size = sizeOf(path);
  if (size === 0) throw new Error("the file is empty");
  if (size === null && (sizeOf(`${path}-wal`) ?? 0) > 0)
    throw new Error("the file is gone, and its log is still there");
}

/**
 * Opens a file that is sound. One that is damaged is found so before it is opened for writing: SQLite moves its log into
 * a file that it lets go of, and neither should change while nobody knows what can be saved of them.
 *
 * What SQLite cannot see passes: another letter in a document is no damage to the file's structure.
 *
 * @throws when the file is damaged, is no database, or is in use.
 */
export function openSound(path: string): Sqlite {
  const isSeen = sizeOf(path) === null || hasLookedThrough(path);
  const sqlite = openSqlite(path);
  if (!isSeen) refuseDamage(sqlite);
  // A reader leaves it, and who owns the file alone needs none.
  rmSync(`${path}-shm`, { force: true });
  return sqlite;
}

/**
 * `false` when the disk is too full to look; a store that can be read is worth opening then.
 *
 * @throws what is wrong with the file.
 */
function hasLookedThrough(path: string): boolean {
  try {
    lookThrough(path);
    return true;
  } catch (error) {
    if (isDiskFault(error)) return false;
    throw error;
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
