import type { Plain } from "./bson.ts";
import { encodeKey } from "./keys.ts";
import { valueAtPath } from "./paths.ts";

/** A comparison of documents by several fields, each ascending (1) or descending (-1), in MongoDB's order of types. */
export function compareBy(sort: Readonly<Record<string, number>>): (one: Plain, other: Plain) => number {
  const fields = Object.entries(sort);
  return (one, other) => {
    for (const [field, direction] of fields) {
      const order = Buffer.compare(encodeKey(valueAtPath(one, field)), encodeKey(valueAtPath(other, field)));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}
