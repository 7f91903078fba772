import { Query } from "mingo";
import { decodeMembers, type Plain } from "./bson.ts";
import type { Collection, Index } from "./catalog.ts";
import type { Kept } from "./documents.ts";
import { codes, StoreError } from "./errors.ts";
import { decodeKey } from "./keys.ts";
import { membersOfFilter, topOf } from "./paths.ts";
import { planFor, type Plan } from "./plan.ts";
import { compareBy } from "./order.ts";
import type { Sqlite } from "./sqlite.ts";

/** What is looked for: a filter, an order, and how much of it. */
export interface Wanted {
  readonly filter: Plain;
  readonly sort?: Readonly<Record<string, number>>;
  readonly skip?: number;
  readonly limit?: number;
}

/** Rows read in one go: between two, other operations have their turn. */
const chunk = 500;

/** mingo's settings: no JavaScript from outside is ever run. */
export const queryOptions = { scriptEnabled: false } as const;

/**
 * The documents that a filter describes, in chunks, each read in a statement of its own: between chunks nothing is
 * locked, and what is written meanwhile may or may not be seen, as with a cursor of MongoDB.
 */
export function* scan(sqlite: Sqlite, collection: Collection, wanted: Wanted): Generator<Kept[]> {
  const plan = planFor(collection, wanted.filter, wanted.sort);
  const chunks = matching(sqlite, collection, { plan, filter: wanted.filter });
  yield* within(plan.sorted ? chunks : sorted(chunks, wanted.sort ?? {}), wanted);
}

/** Documents alike in every field that is asked for, and how many of them there are. */
export interface Alike {
  readonly fields: Plain;
  readonly times: number;
}

/**
 * The documents of a filter seen through one index, those with equal keys counted together by SQLite; `null` when the
 * question needs more than any index holds.
 *
 * @param fields all that the caller reads.
 */
export function scanIndexOnly(
  sqlite: Sqlite,
  collection: Collection,
  { filter, fields }: { filter: Plain; fields: readonly string[] },
): Generator<Alike[]> | null {
  const covers = (index: Index): boolean =>
    fields.every((field) => index.fields.includes(field) && !field.includes("."));
  const plan = planFor({ ...collection, indexes: collection.indexes.filter(covers) }, filter);
  if (plan.index === null || !plan.exact) return null;
  return fields.length === 0 ? counted(sqlite, plan, plan.index) : countedByKey(sqlite, plan, plan.index);
}

function* counted(sqlite: Sqlite, { ranges }: Plan, { id }: Index): Generator<Alike[]> {
  const statement = sqlite.prepare(`SELECT COUNT(*) AS n FROM index_${id} WHERE key >= ? AND key < ?`);
  for (const { from, to } of ranges) {
    const times = one(statement.all([from, to]));
    yield times === 0 ? [] : [{ fields: {}, times }];
  }
}

function* countedByKey(sqlite: Sqlite, { ranges }: Plan, { id, fields }: Index): Generator<Alike[]> {
  const statement = sqlite.prepare(
    `SELECT key, COUNT(*) AS n FROM index_${id} WHERE key >= ? AND key < ? AND key > ? GROUP BY key ORDER BY key LIMIT ${chunk}`,
  );
  for (const { from, to } of ranges) {
    let last: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = statement.all([last.length === 0 ? from : last, to, last]);
      yield rows.map((row) => ({ fields: fieldsOf(buffer(row["key"]), fields), times: Number(row["n"]) }));
      if (rows.length < chunk) break;
      last = buffer(rows.at(-1)?.["key"]);
    }
  }
}

function fieldsOf(key: Buffer, fields: readonly string[]): Plain {
  const values = decodeKey(key, fields.length);
  if (values === null) throw new StoreError(codes.internal, "An index entry cannot be read back");
  return Object.fromEntries(fields.map((field, place) => [field, values[place]]));
}

/** How many documents a filter describes; counted in SQLite where an index says it all. */
export function* countChunks(sqlite: Sqlite, collection: Collection, filter: Plain): Generator<number> {
  const plan = planFor(collection, filter);
  if (plan.exact) {
    if (plan.index === null) yield one(sqlite.prepare(`SELECT COUNT(*) AS n FROM documents_${collection.id}`).all([]));
    else for (const [alike] of counted(sqlite, plan, plan.index)) yield alike?.times ?? 0;
    return;
  }
  for (const found of matching(sqlite, collection, { plan, filter })) yield found.length;
}

function one(rows: Record<string, unknown>[]): number {
  return Number(rows[0]?.["n"] ?? 0);
}

function* matching(
  sqlite: Sqlite,
  collection: Collection,
  { plan, filter }: { plan: Plan; filter: Plain },
): Generator<Kept[]> {
  const members = membersOfFilter(filter);
  const query = new Query(filter, queryOptions);
  const holds = ({ body }: Kept): boolean => query.test(decodeMembers(body, members));
  for (const rows of plan.index === null
    ? allRows(sqlite, collection)
    : documentRows(sqlite, collection, { ...plan, index: plan.index })) {
    const kept = rows.map((row) => ({ row: Number(row["row"]), body: buffer(row["body"]) }));
    yield plan.exact ? kept : kept.filter(holds);
  }
}

function* allRows(sqlite: Sqlite, collection: Collection): Generator<Record<string, unknown>[]> {
  const statement = sqlite.prepare(
    `SELECT row, body FROM documents_${collection.id} WHERE row > ? ORDER BY row LIMIT ${chunk}`,
  );
  let last = 0;
  for (;;) {
    const rows = statement.all([last]);
    if (rows.length > 0) yield rows;
    if (rows.length < chunk) return;
    last = Number(rows.at(-1)?.["row"]);
  }
}

type IndexPlan = Pick<Plan, "ranges" | "descending"> & { readonly index: Index };

function documentRows(sqlite: Sqlite, { id }: Collection, plan: IndexPlan): Generator<Record<string, unknown>[]> {
  const documents = `JOIN documents_${id} d ON d.row = i.row`;
  return indexRows(sqlite, plan, `SELECT i.key, i.row, d.body FROM index_${plan.index.id} i ${documents}`);
}

/** @param select what is read of the index `i`: its `key` and `row`, and perhaps more. */
function* indexRows(
  sqlite: Sqlite,
  { ranges, descending }: IndexPlan,
  select: string,
): Generator<Record<string, unknown>[]> {
  const order = descending ? "DESC" : "ASC";
  const beyond = descending ? "<" : ">";
  const statement = sqlite.prepare(
    `${select}
     WHERE i.key >= ? AND i.key < ? AND (i.key, i.row) ${beyond} (?, ?) ORDER BY i.key ${order}, i.row ${order} LIMIT ${chunk}`,
  );
  for (const { from, to } of descending ? [...ranges].reverse() : ranges) {
    let position: { key: Buffer; row: number } = descending ? { key: to, row: 0 } : { key: from, row: -1 };
    for (;;) {
      // The nearer end moves along with the position, so that SQLite seeks instead of walking the range again.
      const bounds = descending ? [from, Buffer.concat([position.key, Buffer.alloc(1)])] : [position.key, to];
      const rows = statement.all([...bounds, position.key, position.row]);
      if (rows.length > 0) yield rows;
      if (rows.length < chunk) break;
      const last = rows.at(-1);
      position = { key: buffer(last?.["key"]), row: Number(last?.["row"]) };
    }
  }
}

function* sorted(chunks: Iterable<Kept[]>, sort: Readonly<Record<string, number>>): Generator<Kept[]> {
  const members = new Set(Object.keys(sort).map(topOf));
  const all: { kept: Kept; keys: Plain }[] = [];
  for (const found of chunks) {
    for (const kept of found) all.push({ kept, keys: decodeMembers(kept.body, members) });
  }
  const compare = compareBy(sort);
  all.sort((one, other) => compare(one.keys, other.keys));
  for (let at = 0; at < all.length; at += chunk) yield all.slice(at, at + chunk).map(({ kept }) => kept);
}

function* within(chunks: Iterable<Kept[]>, { skip = 0, limit = 0 }: Wanted): Generator<Kept[]> {
  let passed = skip;
  let left = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  for (const found of chunks) {
    const shown = found.slice(passed, passed + left);
    passed = Math.max(0, passed - found.length);
    left -= shown.length;
    yield shown;
    if (left <= 0) return;
  }
}

function buffer(value: unknown): Buffer {
  // libsql gives an ArrayBuffer, node:sqlite a Uint8Array.
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new StoreError(codes.internal, "The store's file holds something else than it should");
}
