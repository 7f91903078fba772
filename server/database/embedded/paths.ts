import type { Plain } from "./bson.ts";
import { notSupported } from "./errors.ts";

/**
 * The value at a dotted path of objects; `undefined` where a step is missing.
 *
 * @throws {StoreError} when the path leads into a list: what MongoDB finds there differs from place to place.
 */
export function valueAtPath(document: Plain, path: string): unknown {
  if (!path.includes(".")) return document[path];
  let value: unknown = document;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value)) throw notSupported(`the path ${path} into a list`);
    value = (value as Plain)[step];
  }
  return value;
}

/**
 * The top-level members that a filter reads.
 *
 * @throws {StoreError} for an operator that is none of a field's, `$and`, `$or` or `$nor`.
 */
export function membersOfFilter(filter: Plain): Set<string> {
  const members = new Set<string>();
  for (const [key, value] of Object.entries(filter)) {
    if (!key.startsWith("$")) members.add(topOf(key));
    else if (!combining.has(key)) throw notSupported(`the query operator ${key}`);
    else for (const part of value as Plain[]) for (const member of membersOfFilter(part)) members.add(member);
  }
  return members;
}

const combining = new Set(["$and", "$or", "$nor"]);

/** The top-level member that a dotted path begins with. */
export function topOf(path: string): string {
  return path.split(".", 1).join("");
}
