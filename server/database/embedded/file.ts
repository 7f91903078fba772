import { statSync } from "node:fs";

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

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
