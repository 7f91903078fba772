import mongoose from "mongoose";
import type { Plain } from "./bson.ts";
import type { Collection, Index } from "./catalog.ts";
import { afterAll, encodeKey } from "./keys.ts";

/** A stretch of an index: keys from `from` (included) up to `to` (not included). */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** How the documents of a question are reached. */
export interface Plan {
  /** `null`: every document, in no order. */
  readonly index: Index | null;
  readonly ranges: readonly KeyRange[];
  readonly descending: boolean;
  /** Whether documents come in the order asked for. */
  readonly sorted: boolean;
  /** Whether the ranges hold exactly what the filter asks for, so that nothing needs to be tested again. */
  readonly exact: boolean;
}

type Sort = Readonly<Record<string, number>>;

const mostRanges = 1_000;

/** Picks the index that narrows a filter most, and among those one that gives the order asked for. */
export function planFor({ indexes }: Collection, filter: Plain, sort: Sort = {}): Plan {
  const conditions = conditionsOf(filter);
  let best: Plan = {
    index: null,
    ranges: [],
    descending: false,
    sorted: Object.keys(sort).length === 0,
    exact: Object.keys(filter).length === 0,
  };
  let bestWorth = 0;
  for (const index of indexes) {
    const candidate = planWith(index, conditions, { filter, sort });
    if (candidate.worth <= bestWorth) continue;
    best = candidate.plan;
    bestWorth = candidate.worth;
  }
  return best;
}

/** What a filter says of each of its fields, as far as an index can use it. */
interface Condition {
  /** Values it may have. */
  readonly values?: readonly unknown[];
  readonly above?: { readonly value: unknown; readonly included: boolean };
  readonly below?: { readonly value: unknown; readonly included: boolean };
  /** Whether this says all that the filter says of the field. */
  readonly complete: boolean;
}

function conditionsOf(filter: Plain): Map<string, Condition> {
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
  let condition: Condition = { complete: true };
  for (const [operator, value] of Object.entries(wanted)) {
    const values =
      operator === "$eq" ? [value] : operator === "$in" && Array.isArray(value) ? (value as unknown[]) : null;
    if (values?.every(isScalar) === true && values.length <= mostRanges) condition = { ...condition, values };
    else if ((operator === "$gt" || operator === "$gte") && isScalar(value)) {
      condition = { ...condition, above: { value, included: operator === "$gte" } };
    } else if ((operator === "$lt" || operator === "$lte") && isScalar(value)) {
      condition = { ...condition, below: { value, included: operator === "$lte" } };
    } else condition = { ...condition, complete: false };
  }
  const { values, above, below } = condition;
  if (values === undefined && above === undefined && below === undefined) return null;
  return values !== undefined && (above ?? below) !== undefined ? { ...condition, complete: false } : condition;
}

function isScalar(value: unknown): boolean {
  if (value === null || ["string", "number", "boolean", "bigint"].includes(typeof value)) return true;
  return value instanceof Date || value instanceof mongoose.mongo.BSON.ObjectId;
}

function isOperators(value: unknown): value is Plain {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => key.startsWith("$"))
  );
}

function planWith(
  index: Index,
  conditions: Map<string, Condition>,
  { filter, sort }: { filter: Plain; sort: Sort },
): { plan: Plan; worth: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let used = 0;
  let complete = true;
  for (const field of index.fields) {
    const condition = conditions.get(field);
    if (condition?.values === undefined || prefixes.length * condition.values.length > mostRanges) break;
    const { values } = condition;
    prefixes = prefixes.flatMap((prefix) => values.map((value) => Buffer.concat([prefix, encodeKey(value)])));
    complete &&= condition.complete;
    used += 1;
  }
  const bounded = conditions.get(index.fields[used] ?? "");
  const bounds = bounded?.values === undefined ? bounded : undefined;
  const ranges = prefixes
    .map((prefix) => rangeWithin(prefix, bounds))
    .sort((one, other) => Buffer.compare(one.from, other.from));
  const fields = used + (bounds === undefined ? 0 : 1);
  const exact = complete && (bounds?.complete ?? true) && Object.keys(filter).length === fields;
  const order = orderOf(index, used, sort);
  const sorted = order !== 0 && (ranges.length === 1 || used === 0 || Object.keys(sort).length === 0);
  const worth =
    used * 4 +
    (bounds === undefined ? 0 : 2) +
    (sorted && Object.keys(sort).length > 0 ? 1 : 0) +
    (index.unique && used === index.fields.length ? 1 : 0);
  return { plan: { index, ranges, descending: order === -1, sorted, exact }, worth };
}

/** 1 or -1 when walking the index that way gives the order asked for, else 0. */
function orderOf(index: Index, fixed: number, sort: Sort): number {
  const wanted = Object.entries(sort).filter(([field]) => !index.fields.slice(0, fixed).includes(field));
  const [, direction = 1] = wanted[0] ?? [];
  const follows = wanted.every(([field, way], place) => index.fields[fixed + place] === field && way === direction);
  return follows ? direction : 0;
}

const end = Buffer.from([afterAll]);

function rangeWithin(prefix: Buffer, bounds: Condition | undefined): KeyRange {
  const whole = { from: prefix, to: Buffer.concat([prefix, end]) };
  if (bounds === undefined) return whole;
  const { above, below } = bounds;
  // A comparison matches values of its own type only: both ends stay inside the type's tag.
  const sample = encodeKey((above ?? below)?.value);
  const type = sample[0] ?? 0;
  const from =
    above === undefined ? Buffer.concat([prefix, Buffer.from([type])]) : edge(prefix, above.value, !above.included);
  const to =
    below === undefined ? Buffer.concat([prefix, Buffer.from([type + 1])]) : edge(prefix, below.value, below.included);
  return { from, to };
}

/** Just before the keys of a value, or just behind them. */
function edge(prefix: Buffer, value: unknown, behind: boolean): Buffer {
  const at = Buffer.concat([prefix, encodeKey(value)]);
  return behind ? Buffer.concat([at, end]) : at;
}
