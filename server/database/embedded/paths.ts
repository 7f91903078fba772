import type { Plain } from "./bson.ts";

/** The value at a dotted path of objects; `undefined` where a step is missing. Lists are not walked into. */
export function valueAtPath(document: Plain, path: string): unknown {
  if (!path.includes(".")) return document[path];
  let value: unknown = document;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Plain)[step];
  }
  return value;
}

/**
 * The top-level members that an expression in MongoDB's language reads, or `null` when it may read any.
 *
 * @param expression a filter: its keys are paths, or operators over lists of filters.
 */
export function membersOfFilter(expression: Plain): Set<string> | null {
  const members = new Set<string>();
  for (const [key, value] of Object.entries(expression)) {
    if (!key.startsWith("$")) members.add(key.split(".", 1).join(""));
    else if ((key === "$and" || key === "$or" || key === "$nor") && Array.isArray(value)) {
      for (const part of value as Plain[]) {
        const inner = membersOfFilter(part);
        if (inner === null) return null;
        for (const member of inner) members.add(member);
      }
    } else if (key !== "$comment") return null;
  }
  return members;
}
