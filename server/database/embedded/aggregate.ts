import { Aggregator } from "mingo";
import { decode, type Plain } from "./bson.ts";
import type { Collection } from "./catalog.ts";
import { notSupported } from "./errors.ts";
import { groupStage } from "./group.ts";
import { queryOptions, scan, scanIndexOnly, type Alike } from "./scan.ts";
import type { Sqlite } from "./sqlite.ts";

/** Stages that hold no more than a collection's result does. `$facet` and `$lookup` hold whole collections. */
const stages = new Set([
  "$match",
  "$project",
  "$sort",
  "$limit",
  "$skip",
  "$unwind",
  "$count",
  "$addFields",
  "$set",
  "$unset",
  "$group",
]);

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
  for (const stage of pipeline) {
    const unknown = Object.keys(stage).find((name) => !stages.has(name));
    if (unknown !== undefined) throw notSupported(`the stage ${unknown}`);
  }
  if (collection === undefined) return;
  const [first, ...others] = pipeline;
  const match = first?.["$match"] as Plain | undefined;
  const rest = match === undefined ? pipeline : others;
  const group = rest[0]?.["$group"] as Plain | undefined;
  if (group !== undefined) {
    const grouping = groupStage(group);
    for (const found of inputFor(sqlite, collection, { filter: match ?? {}, fields: grouping.fields })) {
      for (const { fields, times } of found) grouping.add(fields, times);
      yield [];
    }
    yield run(rest.slice(1), grouping.result());
    return;
  }
  if (
    rest.every(
      (stage) =>
        "$project" in stage || "$addFields" in stage || "$set" in stage || "$unset" in stage || "$unwind" in stage,
    )
  ) {
    for (const found of scan(sqlite, collection, { filter: match ?? {} }))
      yield run(
        rest,
        found.map(({ body }) => decode(body)),
      );
    return;
  }
  const all: Plain[] = [];
  for (const found of scan(sqlite, collection, { filter: match ?? {} })) {
    all.push(...found.map(({ body }) => decode(body)));
    yield [];
  }
  yield run(rest, all);
}

function* inputFor(
  sqlite: Sqlite,
  collection: Collection,
  { filter, fields }: { filter: Plain; fields: readonly string[] | null },
): Generator<Alike[]> {
  const fromIndex = fields === null ? null : scanIndexOnly(sqlite, collection, { filter, fields });
  if (fromIndex !== null) yield* fromIndex;
  else
    for (const found of scan(sqlite, collection, { filter }))
      yield found.map(({ body }) => ({ fields: decode(body), times: 1 }));
}

function run(pipeline: readonly Plain[], documents: Plain[]): Plain[] {
  if (pipeline.length === 0) return documents;
  return new Aggregator(pipeline as never, queryOptions).run(documents) as Plain[];
}
