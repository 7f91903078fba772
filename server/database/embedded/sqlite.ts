import { createRequire } from "node:module";

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
  const { driver, spread } = load(path);
  driver.exec("PRAGMA locking_mode = EXCLUSIVE");
  driver.exec("PRAGMA journal_mode = WAL");
  driver.exec("PRAGMA synchronous = FULL");
  driver.exec("PRAGMA cache_size = -65536");
  // The lock is taken at the first write, so take it now.
  driver.exec("BEGIN IMMEDIATE; COMMIT");
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

function load(path: string): { driver: Driver; spread: boolean } {
  const require = createRequire(import.meta.url);
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24) {
    const { DatabaseSync } = require("node:sqlite") as { DatabaseSync: new (path: string) => Driver };
    return { driver: new DatabaseSync(path), spread: true };
  }
  const Libsql = require("libsql") as new (path: string, options: object) => Driver;
  return { driver: new Libsql(path, { timeout: 0 }), spread: false };
}
