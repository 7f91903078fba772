import { MingoError } from "mingo/util";

/** An error a MongoDB client understands: MongoDB's code and its name. */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  /** For a duplicate key: the index's fields and the values that were taken. */
  readonly details: Record<string, unknown>;

  constructor([code, codeName]: readonly [number, string], message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.details = details;
  }
}

/** The codes in use, as in MongoDB's `error_codes.yml`. */
export const codes = {
  badValue: [2, "BadValue"],
  failedToParse: [9, "FailedToParse"],
  typeMismatch: [14, "TypeMismatch"],
  invalidLength: [16, "InvalidLength"],
  pathNotViable: [28, "PathNotViable"],
  cursorNotFound: [43, "CursorNotFound"],
  dollarPrefixedFieldName: [52, "DollarPrefixedFieldName"],
  notSingleValueField: [54, "NotSingleValueField"],
  emptyFieldName: [56, "EmptyFieldName"],
  commandNotFound: [59, "CommandNotFound"],
  immutableField: [66, "ImmutableField"],
  cannotCreateIndex: [67, "CannotCreateIndex"],
  indexOptionsConflict: [85, "IndexOptionsConflict"],
  notSupported: [115, "CommandNotSupported"],
  outOfDiskSpace: [14_031, "OutOfDiskSpace"],
  documentTooLarge: [10_334, "BSONObjectTooLarge"],
  duplicateKey: [11_000, "DuplicateKey"],
  sortDirection: [15_975, "Location15975"],
  amount: [51_024, "Location51024"],
  internal: [1, "InternalError"],
} as const satisfies Record<string, readonly [number, string]>;

/** A refusal of something this store leaves to a real MongoDB. */
export function notSupported(what: string): StoreError {
  return new StoreError(codes.notSupported, `The embedded store does not support ${what}; use a MongoDB for it`);
}

/** What would change a command's meaning if it were overlooked. */
const unsupportedOptions = [
  "startTransaction",
  "collation",
  "let",
  "arrayFilters",
  "tailable",
  "returnKey",
  "min",
  "max",
  "capped",
  "timeseries",
  "viewOn",
  "validator",
];

/** @throws {StoreError} when a command, or one change of it, asks for what only a real MongoDB has. */
export function refuseOptions(command: Readonly<Record<string, unknown>>): void {
  const found = unsupportedOptions.find((option) => command[option] !== undefined && command[option] !== false);
  if (found !== undefined) throw notSupported(`the option ${found}`);
}

/** Any thrown thing as an error for the wire. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : "unknown error";
  if (isDiskFault(error)) return new StoreError(codes.outOfDiskSpace, `Nothing was kept: ${message}`);
  // mingo knows fewer operators than MongoDB, and of those it knows it runs none that hold JavaScript.
  if (error instanceof MingoError) return notSupported(`this (${message})`);
  return new StoreError(codes.badValue, message);
}

/** Whether SQLite could not write: the disk is full or failing. */
export function isDiskFault(error: unknown): boolean {
  const text = error instanceof Error ? `${"code" in error ? String(error.code) : ""} ${error.message}` : "";
  return /SQLITE_FULL|SQLITE_IOERR|database or disk is full|disk I\/O error/i.test(text);
}
