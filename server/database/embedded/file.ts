import { statSync } from "node:fs";
import { isHeld, openToLook } from "./sqlite.ts";

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
 * Reads all of a file and refuses one that is damaged, before it is opened for writing: SQLite moves its log into a file
 * that it lets go of, and neither should change while nobody knows what can be saved of them.
 *
 * What SQLite cannot see passes: another letter in a document is not damage to its structure.
 *
 * @throws when the file is damaged, is no database, or is in use.
 */
export function refuseDamagedFile(path: string): void {
  if (sizeOf(path) === null) return;
  const damage = damageOf(path);
  if (damage === null) return;
  // What another process is just writing looks like damage.
  throw new Error(isHeld(path) ? "database is locked" : damage);
}

function damageOf(path: string): string | null {
  const sqlite = openToLook(path);
  try {
    const [found] = Object.values(sqlite.prepare("PRAGMA quick_check(1)").all([])[0] ?? {});
    return found === "ok" ? null : `quick_check says: ${String(found).replace(/\s+/g, " ")}`;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read";
  } finally {
    sqlite.close();
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
