import mongoose from "mongoose";
import { isDocument, type Plain } from "./bson.ts";
import { codes, notSupported, StoreError } from "./errors.ts";

/** Those of mingo's operators that the conformance tests hold against a MongoDB. */
const operators = new Set(["$set", "$setOnInsert", "$unset", "$inc", "$min", "$max", "$push", "$pull"]);

/**
 * Whether a change is operators, and not a whole document.
 *
 * @throws {StoreError} when it is neither, or an operator cannot be understood.
 */
export function checkChange(change: unknown, multi: boolean): boolean {
  if (Array.isArray(change)) throw notSupported("updates by a pipeline");
  if (!isDocument(change)) throw new StoreError(codes.failedToParse, "A change has to be a document");
  const names = Object.keys(change);
  const used = names.filter((name) => name.startsWith("$"));
  const unknown = used.find((name) => !operators.has(name));
  if (unknown !== undefined) throw notSupported(`the update operator ${unknown}`);
  if (used.length > 0 && used.length < names.length)
    throw new StoreError(codes.badValue, "A change is operators or a document, not both");
  if (used.length === 0 && multi) throw new StoreError(codes.badValue, "Only one document can be replaced at a time");
  for (const name of used) checkOperator(name, change[name]);
  return used.length > 0;
}

function checkOperator(operator: string, paths: unknown): void {
  if (!isDocument(paths)) throw new StoreError(codes.failedToParse, `${operator} needs a document of paths`);
  for (const [path, value] of Object.entries(paths)) {
    if (path.split(".").includes(""))
      throw new StoreError(codes.emptyFieldName, `The path '${path}' of ${operator} has an empty step`);
    if (path.startsWith("$"))
      throw new StoreError(codes.dollarPrefixedFieldName, `The path '${path}' of ${operator} begins with a '$'`);
    if (operator === "$push") checkPush(value);
  }
}

const pushClauses = new Set(["$each", "$slice", "$sort", "$position"]);

function checkPush(value: unknown): void {
  if (!isDocument(value) || !("$each" in value)) return;
  if (!Array.isArray(value["$each"])) throw new StoreError(codes.badValue, "$each needs a list");
  const unknown = Object.keys(value).find((clause) => !pushClauses.has(clause));
  if (unknown !== undefined) throw new StoreError(codes.badValue, `$push knows no ${unknown}`);
}

/**
 * Refuses operators where the document has no place for them: mingo would leave it as it is.
 *
 * @throws {StoreError} `PathNotViable` for a path through a value, `TypeMismatch` or `BadValue` for a value of a kind
 *   that the operator cannot change.
 */
export function checkPlaces(document: Plain, change: Plain): void {
  for (const [operator, paths] of Object.entries(change)) {
    for (const path of Object.keys(paths as Plain)) checkPlace(operator, path, document);
  }
}

function checkPlace(operator: string, path: string, document: Plain): void {
  let value: unknown = document;
  for (const step of path.split(".")) {
    if (value === undefined) break;
    const leadsOn = Array.isArray(value) ? /^(\d+|\$.*)$/.test(step) : isDocument(value);
    if (!leadsOn && !removing.has(operator))
      throw new StoreError(codes.pathNotViable, `The path '${path}' of ${operator} leads through a value`);
    value = leadsOn ? (value as Plain)[step] : undefined;
  }
  if (value === undefined) return;
  if (operator === "$inc" && !isNumber(value))
    throw new StoreError(codes.typeMismatch, `$inc changes numbers only, and '${path}' is none`);
  if ((operator === "$push" || operator === "$pull") && !Array.isArray(value))
    throw new StoreError(codes.badValue, `${operator} changes lists only, and '${path}' is none`);
}

/** Operators that do nothing where there is nothing. */
const removing = new Set(["$unset", "$pull"]);

function isNumber(value: unknown): boolean {
  const { Long, Decimal128 } = mongoose.mongo.BSON;
  return typeof value === "number" || typeof value === "bigint" || value instanceof Long || value instanceof Decimal128;
}
