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
  exec(sql: string): void;
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

/**
 * Looks through a whole database file and its log without changing either.
 *
 * @throws what is wrong with the file, or that another process has it open, or that the disk has no room to look: a
 * reader needs an index of the log.
 */
export function lookThrough(path: string): void {
  const { driver } = load(`${pathToFileURL(path).href}?mode=ro`);
  try {
    // No prepared statement: libsql would keep the file open, and locked, until that is collected.
    refuseDamage(driver);
  } finally {
    driver.close();
  }
}

/** @throws what is wrong with the structure of an open database file. */
export function refuseDamage(sqlite: Pick<Sqlite, "exec">): void {
  try {
    sqlite.exec("SELECT iif(quick_check = 'ok', 1, json_extract('{}', quick_check)) FROM pragma_quick_check(1)");
  } catch (error) {
    // `exec` gives no rows, so what is found must come as an error: a path in JSON that is none.
    const [, damage] = /bad JSON path: '([^]*)'/.exec(String(error)) ?? [];
    throw damage === undefined ? error : new Error(`quick_check says: ${damage.replace(/\s+/g, " ")}`);
  }
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
