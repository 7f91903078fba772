import { notSupported } from "./errors.ts";
import { encodeKey } from "./keys.ts";
import { valueAtPath } from "./paths.ts";
import type { Plain } from "./bson.ts";

/** A `$group` that takes documents one at a time and holds its groups only. */
export interface Grouping {
  /** The paths it reads. */
  readonly fields: readonly string[];
  /** Takes a document, or `times` documents that are alike in all fields. */
  readonly add: (document: Plain, times?: number) => void;
  readonly result: () => Plain[];
}

type Read = (document: Plain) => unknown;

/** What an accumulator has so far, and how the next value changes it. */
interface Accumulator {
  take(value: unknown, times: number): void;
  value(): unknown;
}

/**
 * Prepares a `$group` stage.
 *
 * @throws {StoreError} for accumulators and expressions other than fields, constants and documents of these.
 */
export function groupStage({ _id, ...outputs }: Plain): Grouping {
  const fields: string[] = [];
  const readId = reader(_id, fields);
  const accumulators = Object.entries(outputs).map(([name, wanted]) => {
    const [operator = "", expression] = Object.entries(wanted as Plain)[0] ?? [];
    return { name, make: accumulatorNamed(operator), read: reader(expression, fields) };
  });
  const groups = new Map<string, { id: unknown; totals: Accumulator[] }>();
  return {
    fields,
    add(document, times = 1) {
      const id = readId(document);
      const key = encodeKey(id).toString("latin1");
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { id, totals: accumulators.map(({ make }) => make()) }));
      for (const [place, { read }] of accumulators.entries()) group.totals[place]?.take(read(document), times);
    },
    result: () =>
      [...groups.values()].map(({ id, totals }) => ({
        _id: id,
        ...Object.fromEntries(accumulators.map(({ name }, place) => [name, totals[place]?.value()])),
      })),
  };
}

function reader(expression: unknown, fields: string[]): Read {
  if (typeof expression === "string" && expression.startsWith("$")) {
    if (expression.startsWith("$$")) throw notSupported(`the variable ${expression}`);
    const path = expression.slice(1);
    fields.push(path);
    return (document) => valueAtPath(document, path) ?? null;
  }
  if (typeof expression !== "object" || expression === null) return () => expression;
  const parts = Object.entries(expression).map(([name, part]) => {
    if (name.startsWith("$")) throw notSupported(`the expression ${name} in $group`);
    return [name, reader(part, fields)] as const;
  });
  return (document) => Object.fromEntries(parts.map(([name, read]) => [name, read(document)]));
}

function accumulatorNamed(operator: string): () => Accumulator {
  switch (operator) {
    case "$sum":
      return () => sumOf((sum) => sum);
    case "$avg":
      return () => sumOf((sum, count) => (count === 0 ? null : sum / count));
    case "$min":
      return () => extreme(-1);
    case "$max":
      return () => extreme(1);
    default:
      throw notSupported(`the accumulator ${operator}`);
  }
}

function sumOf(finish: (sum: number, count: number) => number | null): Accumulator {
  let sum = 0;
  let count = 0;
  return {
    take(value, times) {
      if (typeof value !== "number") return;
      sum += value * times;
      count += times;
    },
    value: () => finish(sum, count),
  };
}

/** The least (-1) or greatest (1) value that is not null. */
function extreme(direction: number): Accumulator {
  let kept: unknown = null;
  return {
    take(value) {
      if (value === null) return;
      if (kept === null || Buffer.compare(encodeKey(value), encodeKey(kept)) * direction > 0) kept = value;
    },
    value: () => kept,
  };
}
