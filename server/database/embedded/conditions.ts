import mongoose from "mongoose";
import { isOperators, type Plain } from "./bson.ts";

/** What a filter says of one of its fields, as far as an index can use it. */
export interface Condition {
  /** Values it may have. */
  readonly values?: readonly unknown[];
  readonly above?: Bound;
  readonly below?: Bound;
  /** Whether this says all that the filter says of the field. */
  readonly complete: boolean;
}

interface Bound {
  readonly value: unknown;
  readonly included: boolean;
}

/** The most stretches of an index that one question is split into. */
export const mostRanges = 1_000;

/** What a filter says of each of its fields. Fields of which no index could make use are left out. */
export function conditionsOf(filter: Plain): Map<string, Condition> {
  const found = new Map<string, Condition>();
  for (const [field, wanted] of Object.entries(filter)) {
    if (field === "$and" && Array.isArray(wanted)) {
      for (const part of wanted as Plain[])
        for (const [name, condition] of conditionsOf(part)) found.set(name, { ...condition, complete: false });
    } else if (!field.startsWith("$")) {
      const condition = conditionOf(wanted);
      if (condition !== null) found.set(field, condition);
    }
  }
  return found;
}

function conditionOf(wanted: unknown): Condition | null {
  if (isScalar(wanted)) return { values: [wanted], complete: true };
  if (!isOperators(wanted)) return null;
  const parts = Object.entries(wanted).map(([operator, value]) => partOf(operator, value));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  // Two parts of one kind, or values beside bounds: the last narrows, and the filter itself is asked again.
  const kinds = new Set(known.flatMap((part) => Object.keys(part)));
  const complete =
    known.length === parts.length && kinds.size === known.length && (known.length === 1 || !kinds.has("values"));
  return Object.assign({ complete }, ...known) as Condition;
}

function partOf(operator: string, value: unknown): Omit<Condition, "complete"> | null {
  if (operator === "$in") return areScalars(value) ? { values: value } : null;
  if (!isScalar(value)) return null;
  switch (operator) {
    case "$eq":
      return { values: [value] };
    case "$gt":
    case "$gte":
      return { above: { value, included: operator === "$gte" } };
    case "$lt":
    case "$lte":
      return { below: { value, included: operator === "$lte" } };
    default:
      return null;
  }
}

function areScalars(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= mostRanges && value.every(isScalar);
}

function isScalar(value: unknown): boolean {
  if (value === null || ["string", "number", "boolean", "bigint"].includes(typeof value)) return true;
  return value instanceof Date || value instanceof mongoose.mongo.BSON.ObjectId;
}
