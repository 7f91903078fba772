import type { Plain } from "./bson.ts";
import type { Collection, Index } from "./catalog.ts";
import { conditionsOf, mostRanges, type Condition } from "./conditions.ts";
import { afterAll, encodeKey } from "./keys.ts";

/** A stretch of an index: keys from `from` (included) up to `to` (not included). */
interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** How the documents of a question are reached. */
export interface Plan {
  /** `null`: every document, in no order. */
  readonly index: Index | null;
  /** In order, none overlapping another. */
  readonly ranges: readonly KeyRange[];
  readonly descending: boolean;
  /** Whether documents come in the order asked for. */
  readonly sorted: boolean;
  /** Whether the ranges hold exactly what the filter asks for, so that nothing needs to be tested again. */
  readonly exact: boolean;
}

type Sort = Readonly<Record<string, number>>;

interface Question {
  readonly conditions: ReadonlyMap<string, Condition>;
  /** How many members the filter has: an exact plan accounts for each. */
  readonly members: number;
  readonly sort: Sort;
}

/** Picks the index that narrows a filter most, and among those one that gives the order asked for. */
export function planFor({ indexes }: Collection, filter: Plain, sort: Sort = {}): Plan {
  const members = Object.keys(filter).length;
  const question = { conditions: conditionsOf(filter), members, sort };
  let best: Plan = { index: null, ranges: [], descending: false, sorted: isEmpty(sort), exact: members === 0 };
  let bestWorth = 0;
  for (const index of indexes) {
    const candidate = planWith(index, question);
    if (candidate.worth <= bestWorth) continue;
    best = candidate.plan;
    bestWorth = candidate.worth;
  }
  return best;
}

function planWith(index: Index, { conditions, members, sort }: Question): { plan: Plan; worth: number } {
  const { prefixes, used, complete } = fixedPart(index, conditions);
  const next = conditions.get(index.fields[used] ?? "");
  const bounds = next?.values === undefined ? next : undefined;
  const ranges = rangesOf(prefixes, bounds);
  const isBounded = bounds !== undefined;
  const exact = complete && (bounds?.complete ?? true) && members === used + Number(isBounded);
  const order = orderOf(index, used, sort);
  const sorted = order !== 0 && (ranges.length === 1 || used === 0 || isEmpty(sort));
  const worth =
    used * 4 +
    Number(isBounded) * 2 +
    Number(sorted && !isEmpty(sort)) +
    Number(index.unique && used === index.fields.length);
  return { plan: { index, ranges, descending: order === -1, sorted, exact }, worth };
}

/** The leading fields of an index that a filter fixes to single values, and the beginnings of keys they give. */
function fixedPart(index: Index, conditions: Question["conditions"]) {
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
  return { prefixes, used, complete };
}

/** 1 or -1 when walking the index that way gives the order asked for, else 0. */
function orderOf(index: Index, fixed: number, sort: Sort): number {
  const wanted = Object.entries(sort).filter(([field]) => !index.fields.slice(0, fixed).includes(field));
  const [, direction = 1] = wanted[0] ?? [];
  const follows = wanted.every(([field, way], place) => index.fields[fixed + place] === field && way === direction);
  return follows ? direction : 0;
}

/** A value that a filter names twice is looked for once. */
function rangesOf(prefixes: readonly Buffer[], bounds: Condition | undefined): KeyRange[] {
  const different = new Map(prefixes.map((prefix) => [prefix.toString("latin1"), prefix]));
  return [...different.values()]
    .sort((one, other) => Buffer.compare(one, other))
    .map((prefix) => rangeWithin(prefix, bounds));
}

const end = Buffer.from([afterAll]);

function rangeWithin(prefix: Buffer, bounds: Condition | undefined): KeyRange {
  if (bounds === undefined) return { from: prefix, to: Buffer.concat([prefix, end]) };
  const { above, below } = bounds;
  // A comparison matches values of its own type only: both ends stay inside the type's tag.
  const type = encodeKey((above ?? below)?.value)[0] ?? 0;
  const from = above === undefined ? [prefix, Buffer.from([type])] : edge(prefix, above.value, !above.included);
  const to = below === undefined ? [prefix, Buffer.from([type + 1])] : edge(prefix, below.value, below.included);
  return { from: Buffer.concat(from), to: Buffer.concat(to) };
}

/** Just before the keys of a value, or just behind them. */
function edge(prefix: Buffer, value: unknown, behind: boolean): Buffer[] {
  return [prefix, encodeKey(value), ...(behind ? [end] : [])];
}

function isEmpty(sort: Sort): boolean {
  return Object.keys(sort).length === 0;
}
