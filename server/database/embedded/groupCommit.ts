import { asStoreError, isDiskFault, type StoreError } from "./errors.ts";
import type { Sqlite } from "./sqlite.ts";

/** Runs writes and lets them be heard of once they are on disk. */
export type GroupCommit = ReturnType<typeof createGroupCommit>;

interface Pending {
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

/**
 * Puts the writes that arrive in one turn of the event loop into one transaction: reaching the disk is the cost, and a
 * crowd shares it. Each write stands in a savepoint of its own, so that one that fails leaves no trace in the others.
 *
 * @param onRollback hears that something was undone: one write, or all since the last commit.
 */
export function createGroupCommit(sqlite: Sqlite, onRollback: () => void) {
  let pending: Pending[] = [];
  let isOpen = false;

  const rollBack = (error: unknown): void => {
    const failed = pending;
    pending = [];
    isOpen = false;
    try {
      sqlite.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    onRollback();
    for (const { reject } of failed) reject(asStoreError(error));
  };

  const commit = (): void => {
    if (!isOpen) return;
    try {
      sqlite.exec("COMMIT");
    } catch (error) {
      rollBack(error);
      return;
    }
    const done = pending;
    pending = [];
    isOpen = false;
    for (const { resolve } of done) resolve();
  };

  return {
    commit,

    /**
     * Does one write, all of it or nothing, and answers with its result when it is on disk.
     *
     * @throws {StoreError} what the write itself threw, or that the disk would not take it.
     */
    async write<Result>(work: () => Result): Promise<Result> {
      if (!isOpen) {
        sqlite.exec("BEGIN IMMEDIATE");
        isOpen = true;
        setImmediate(commit);
      }
      const onDisk = new Promise<void>((resolve, reject) => pending.push({ resolve, reject }));
      const outcome = tried(() => inSavepoint(sqlite, work));
      if ("error" in outcome) {
        if (isDiskFault(outcome.error)) rollBack(outcome.error);
        else onRollback();
      }
      await onDisk;
      if ("error" in outcome) throw asStoreError(outcome.error);
      return outcome.result;
    },
  };
}

function tried<Result>(work: () => Result): { readonly result: Result } | { readonly error: unknown } {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}

/**
 * Does `work` so that it leaves nothing behind when it throws.
 *
 * @throws whatever `work` throws.
 */
export function inSavepoint<Result>(sqlite: Sqlite, work: () => Result): Result {
  sqlite.exec("SAVEPOINT operation");
  try {
    const result = work();
    sqlite.exec("RELEASE operation");
    return result;
  } catch (error) {
    try {
      sqlite.exec("ROLLBACK TO operation; RELEASE operation");
    } catch {
      // The whole transaction is gone already; the first error says why.
    }
    throw error;
  }
}
