import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** A value SQLite keeps for us. */
export type SqlValue = string | number | Buffer | null;

/** A prepared statement. Parameters are always a list: libsql ends the process on a lone Buffer. */
export interface Statement {
  run(parameters: readonly SqlValue[]): { changes: number; lastInsertRowid: number };
  all(parameters: readonly SqlValue[]): Record<string, unknown>[];
}

/** The little of SQLite that the store uses. */
export interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Driver {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...parameters: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    all(...parameters: unknown[]): unknown[];
  };
  close(): unknown;
}

/**
 * Opens a database file for this process alone: `node:sqlite` where Node has it, `libsql` on Node 20. Same file, same SQL.
 *
 * A commit is on disk when it returns.
 *
 * @throws when the file is in use by another process, or is no database.
 */
export function openSqlite(path: string): Sqlite {
  const sqlite = opened(path);
  sqlite.exec("PRAGMA locking_mode = EXCLUSIVE");
  sqlite.exec("PRAGMA journal_mode = WAL");
  sqlite.exec("PRAGMA synchronous = FULL");
  sqlite.exec("PRAGMA cache_size = -65536");
  // The lock is taken at the first write, so take it now.
  sqlite.exec("BEGIN IMMEDIATE; COMMIT");
  return sqlite;
}

/**
 * Opens a database file only to look at it, with what its log holds: no file is changed or made, on a full disk neither.
 *
 * No lock is taken, so what another process is just writing can look like damage.
 *
 * @throws when it is no database.
 */
export function openToLook(path: string): Sqlite {
  // Without a lock there is nothing to share an index of the log with, so it is kept in memory.
  const sqlite = opened(`${pathToFileURL(path).href}?mode=ro&vfs=unix-none`);
  sqlite.exec("PRAGMA locking_mode = EXCLUSIVE");
  return sqlite;
}

/** Whether another process holds a database file. */
export function isHeld(path: string): boolean {
  const sqlite = opened(`${pathToFileURL(path).href}?mode=ro`);
  try {
    sqlite.prepare("PRAGMA schema_version").all([]);
    return false;
  } catch (error) {
    return /locked|busy/i.test(String(error));
  } finally {
    sqlite.close();
    // The index of the log that a reader makes; the process that holds the file has none.
    rmSync(`${path}-shm`, { force: true });
  }
}

function opened(address: string): Sqlite {
  const { driver, spread } = load(address);
  const prepared = new Map<string, Statement>();
  return {
    exec: (sql) => {
      driver.exec(sql);
    },
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = driver.prepare(sql);
      const made: Statement = {
        run: (parameters) => {
          const { changes, lastInsertRowid } = spread ? statement.run(...parameters) : statement.run(parameters);
          return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
        },
        all: (parameters) =>
          (spread ? statement.all(...parameters) : statement.all(parameters)) as Record<string, unknown>[],
      };
      prepared.set(sql, made);
      return made;
    },
    close: () => {
      driver.close();
    },
  };
}

function load(address: string): { driver: Driver; spread: boolean } {
  const require = createRequire(import.meta.url);
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24) {
    const { DatabaseSync } = require("node:sqlite") as { DatabaseSync: new (address: string) => Driver };
    return { driver: new DatabaseSync(address), spread: true };
  }
  const Libsql = require("libsql") as new (address: string, options: object) => Driver;
  return { driver: new Libsql(address, { timeout: 0 }), spread: false };
}
