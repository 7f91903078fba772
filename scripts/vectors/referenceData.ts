import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** A file of a reference folder, by its columns. An empty field is missing. */
export interface ReferenceData {
  readonly rows: number;
  readonly names: readonly string[];
  has(variable: string): boolean;
  /** One entry a row; not a number for a missing one. */
  numbers(variable: string): Float64Array;
  /** One entry a row; `null` for a missing one. */
  texts(variable: string): readonly (string | null)[];
  /** Codes of a variable among `labels`, which are in order; -1 for missing. */
  categories(variable: string, labels?: readonly string[]): Labelled;
}

/** A variable in codes with the label of each. */
export interface Labelled {
  readonly codes: Int32Array;
  readonly categories: number;
  readonly labels: readonly string[];
}

/** Reads files of a reference folder, each once. */
export function openData(folder: string): (file: string) => ReferenceData {
  const known = new Map<string, ReferenceData>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const lines = parse(readFileSync(join(folder, "data", file)), { columns: true, bom: true });
    const data = dataOf(lines as Record<string, string>[]);
    known.set(file, data);
    return data;
  };
}

function dataOf(lines: readonly Record<string, string>[]): ReferenceData {
  const numbers = new Map<string, Float64Array>();
  const names = Object.keys(lines[0] ?? {});
  const texts = (variable: string): (string | null)[] => {
    if (!names.includes(variable)) throw new RangeError(`Cannot read ${variable}: the file has no such column`);
    return lines.map((line) => line[variable] || null);
  };
  return {
    rows: lines.length,
    names,
    has: (variable) => names.includes(variable),
    texts,
    numbers(variable) {
      const before = numbers.get(variable);
      if (before !== undefined) return before;
      const made = Float64Array.from(texts(variable), (text) => (text === null ? Number.NaN : Number(text)));
      numbers.set(variable, made);
      return made;
    },
    categories: (variable, labels) => coded(texts(variable), labels),
  };
}

/** Codes of texts among labels: those given, else all that occur, numbers by size and words by letter. */
function coded(texts: readonly (string | null)[], given?: readonly string[]): Labelled {
  const labels = given ?? [...new Set(texts.filter((text) => text !== null))].sort(byValue);
  const places = new Map(labels.map((label, place) => [label, place]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : (places.get(text) ?? -1)));
  return { codes, categories: labels.length, labels };
}

function byValue(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  return one < other ? -1 : Number(one > other);
}
