import { isDocument, isOperators, type Plain } from "./bson.ts";
import { codes, StoreError } from "./errors.ts";

/**
 * Refuses a filter that MongoDB would not understand. Overlooked, it would find nothing, or everything.
 *
 * @throws {StoreError} naming the operator whose operand is of the wrong kind.
 */
export function checkFilter(filter: unknown): void {
  if (!isDocument(filter)) throw new StoreError(codes.typeMismatch, "A filter has to be a document");
  for (const [path, wanted] of Object.entries(filter)) {
    if (combining.has(path)) checkParts(path, wanted);
    else if (isOperators(wanted)) checkOperators(wanted);
  }
}

const combining = new Set(["$and", "$or", "$nor"]);

function checkParts(operator: string, parts: unknown): void {
  if (!Array.isArray(parts) || parts.length === 0) {
    throw new StoreError(codes.badValue, `${operator} needs a list of filters with something in it`);
  }
  parts.forEach(checkFilter);
}

function checkOperators(operators: Plain): void {
  for (const [operator, operand] of Object.entries(operators)) {
    if (operands[operator]?.(operand) === false)
      throw new StoreError(codes.badValue, `${operator} cannot take this value`);
    if (operator !== "$not" && operator !== "$elemMatch") continue;
    if (isOperators(operand)) checkOperators(operand);
    else if (isDocument(operand)) checkFilter(operand);
  }
}

/** What operators can take. */
const operands: Readonly<Record<string, (operand: unknown) => boolean>> = {
  $in: areValues,
  $nin: areValues,
  $all: Array.isArray,
  $ne: isNoPattern,
  $gt: isNoPattern,
  $gte: isNoPattern,
  $lt: isNoPattern,
  $lte: isNoPattern,
  $not: (operand) => operand instanceof RegExp || isOperators(operand),
  $elemMatch: isDocument,
  $regex: (operand) => typeof operand === "string" || operand instanceof RegExp,
  $size: (operand) => Number.isInteger(operand) && Number(operand) >= 0,
  $mod: (operand) => Array.isArray(operand) && operand.length === 2 && operand.every(Number.isFinite),
  $type: (operand) => [operand].flat().every((type) => types.has(type)),
};

function areValues(operand: unknown): boolean {
  return Array.isArray(operand) && !operand.some(isOperators);
}

function isNoPattern(operand: unknown): boolean {
  return !(operand instanceof RegExp);
}

/** BSON's types by name and number. */
const types = new Set<unknown>([
  ..."double string object array binData undefined objectId bool date null regex dbPointer javascript symbol".split(
    " ",
  ),
  ..."javascriptWithScope int timestamp long decimal minKey maxKey number".split(" "),
  ...Array.from({ length: 19 }, (_, before) => before + 1),
  -1,
  127,
]);
