import { Aggregator } from "mingo";
import { decode, type Plain } from "./bson.ts";
import type { Collection } from "./catalog.ts";
import { notSupported } from "./errors.ts";
import { groupStage } from "./group.ts";
import { queryOptions, scan, scanIndexOnly, type Alike } from "./scan.ts";
import type { Sqlite } from "./sqlite.ts";

/** Stages that look at one document at a time. */
const perDocument = new Set(["$project", "$addFields", "$set", "$unset", "$unwind"]);

/** Stages that hold no more than a collection's result does. `$facet` and `$lookup` hold whole collections. */
const stages = new Set([...perDocument, "$match", "$sort", "$limit", "$skip", "$count", "$group"]);

/**
 * The result of a pipeline, in chunks; empty chunks let others have their turn.
 *
 * A `$match` in front uses indexes, and a `$group` behind it runs as documents come and keeps only its groups.
 *
 * @throws {StoreError} naming the first stage that is not supported.
 */
export function* aggregate(
  sqlite: Sqlite,
  collection: Collection | undefined,
  pipeline: readonly Plain[],
): Generator<Plain[]> {
  const unknown = pipeline.flatMap((stage) => Object.keys(stage)).find((name) => !stages.has(name));
  if (unknown !== undefined) throw notSupported(`the stage ${unknown}`);
  if (collection === undefined) return;
  const [first, ...others] = pipeline;
  const match = first?.["$match"] as Plain | undefined;
  const filter = match ?? {};
  const rest = match === undefined ? pipeline : others;
  const group = rest[0]?.["$group"] as Plain | undefined;
  if (group !== undefined) {
    yield* grouped(sqlite, collection, { filter, group, rest: rest.slice(1) });
  } else if (rest.every((stage) => Object.keys(stage).every((name) => perDocument.has(name)))) {
    for (const found of decoded(sqlite, collection, filter)) yield run(rest, found);
  } else {
    const all: Plain[] = [];
    for (const found of decoded(sqlite, collection, filter)) {
      all.push(...found);
      yield [];
    }
    yield run(rest, all);
  }
}

function* grouped(
  sqlite: Sqlite,
  collection: Collection,
  { filter, group, rest }: { filter: Plain; group: Plain; rest: readonly Plain[] },
): Generator<Plain[]> {
  const { fields, add, result } = groupStage(group);
  const fromIndex = scanIndexOnly(sqlite, collection, { filter, fields });
  for (const found of fromIndex ?? oneByOne(sqlite, collection, filter)) {
    for (const alike of found) add(alike.fields, alike.times);
    yield [];
  }
  yield run(rest, result());
}

function* oneByOne(sqlite: Sqlite, collection: Collection, filter: Plain): Generator<Alike[]> {
  for (const found of decoded(sqlite, collection, filter)) yield found.map((fields) => ({ fields, times: 1 }));
}

function* decoded(sqlite: Sqlite, collection: Collection, filter: Plain): Generator<Plain[]> {
  for (const found of scan(sqlite, collection, { filter })) yield found.map(({ body }) => decode(body));
}

function run(pipeline: readonly Plain[], documents: Plain[]): Plain[] {
  if (pipeline.length === 0) return documents;
  return new Aggregator([...pipeline], queryOptions).run<Plain>(documents);
}
