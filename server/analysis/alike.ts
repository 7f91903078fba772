import type { Column } from "../../stats/columns.ts";
import type { Coded, Design } from "../../stats/design.ts";
import type { Domain } from "../../stats/linearised/linearised.ts";
import { kindsAmong, type SummedNumber } from "../../stats/tabulation/kinds.ts";
import { readsDays, variablesOf, type Condition, type ReadColumns } from "../estimates/conditions.ts";

/** What of a study something is made from. */
export interface Reading {
  readonly variables: readonly string[];
  readonly days: boolean;
}

/** Variables as what is read. */
export function reading(variables: readonly string[]): Reading {
  return { variables, days: false };
}

/** What conditions read. */
export function readingOf(conditions: readonly Condition[]): Reading {
  return { variables: conditions.flatMap(variablesOf), days: conditions.some(readsDays) };
}

/** What two read together, in an order that does not depend on which is which. */
export function both(one: Reading, other: Reading): Reading {
  const variables = [...new Set([...one.variables, ...other.variables])].sort();
  return { variables, days: one.days || other.days };
}

/** Respondents alike in what is read of them, a kind of them a row: columns, design and domain as for respondents. */
export interface Alike {
  readonly columns: ReadColumns;
  readonly design: Design;
  readonly domain: Domain;
  /** What else they were told apart by: first what they always are, each in its order. */
  readonly coded: readonly Coded[];
  /** The number that was to be summed up; `null` where none was, and where the rows are the respondents themselves. */
  readonly summed: SummedNumber | null;
}

/** Of whom something is read: those of the domain, in a file of all. */
export interface Among {
  readonly columns: ReadColumns;
  readonly design: Design;
  readonly domain: Domain;
}

/** Finds respondents who are alike in what is read, and in codes of one entry a respondent; sums up a number of theirs. */
export type FindAlike = (read: Reading, also?: readonly Coded[], number?: Float64Array) => Alike;

/**
 * Makes what puts respondents together who are alike in all that is read, so that what is worked out from it costs a step
 * a kind of people.
 *
 * Where too much is read to find many alike, the answer is the respondents themselves: the results are the same.
 *
 * @param beside what they are always told apart by: the groups that they are in.
 */
export function alikeIn(beside: readonly Coded[], { columns, design, domain }: Among): FindAlike {
  const kindsOf = kindsAmong(beside, design, domain);
  return (read, also = [], number) => {
    const variables = [...new Set(read.variables)].flatMap((name) => {
      const column = columns.column(name);
      return column === undefined ? [] : [{ name, column, coded: codedColumn(column) }];
    });
    const coded = variables.flatMap((variable) => variable.coded ?? []);
    const day = read.days ? [{ codes: columns.day, categories: columns.days.length }] : [];
    const kinds = coded.length < variables.length ? null : kindsOf([...also, ...day, ...coded], number);
    const given = [...beside, ...also];
    if (kinds === null) return { columns, design, domain, coded: given, summed: null };
    const { rows } = kinds.design;
    const codesAt = (place: number): Int32Array => kinds.codes[place] ?? new Int32Array(rows).fill(-1);
    const first = given.length + day.length;
    const found = new Map(
      variables.map(({ name, column }, place) => [name, columnFrom(column, codesAt(first + place))]),
    );
    return {
      columns: { rows, days: columns.days, day: codesAt(given.length), column: (name) => found.get(name) },
      design: kinds.design,
      domain: kinds.domain,
      summed: kinds.summed,
      coded: given.map(({ categories }, place) => ({ codes: codesAt(place), categories })),
    };
  };
}

/** A column in codes; `null` for one of text, or of numbers that are no codes. */
function codedColumn(column: Column): Coded | null {
  switch (column.kind) {
    case "category":
      return { codes: column.values, categories: column.codes.length };
    case "tick":
      return { codes: column.values, categories: 2 };
    case "number":
      return codedNumbers(column.values);
    case "text":
      return null;
  }
}

/** Scores, ratings, ages and most seconds are below it; of larger numbers few are alike. */
const mostNumbers = 10_000;

/**
 * Whole numbers from 0 as codes; `null` where there are others.
 *
 * @param values not a number for no answer.
 */
export function codedNumbers(values: Float64Array): Coded | null {
  const before = known.get(values);
  if (before !== undefined) return before;
  const found = numbersInCodes(values);
  known.set(values, found);
  return found;
}

const known = new WeakMap<Float64Array, Coded | null>();

function numbersInCodes(values: Float64Array): Coded | null {
  const codes = new Int16Array(values.length);
  let largest = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const code = Number.isNaN(value) ? -1 : Math.trunc(value);
    if (code >= mostNumbers || (code !== value && !Number.isNaN(value)) || value < 0) return null;
    codes[row] = code;
    largest = Math.max(largest, code);
  }
  return { codes, categories: largest + 1 };
}

function columnFrom(column: Column, codes: Int32Array): Column {
  switch (column.kind) {
    case "category":
      return { kind: "category", values: Int16Array.from(codes), codes: column.codes };
    case "tick":
      return { kind: "tick", values: Int8Array.from(codes) };
    default: {
      const values = new Float64Array(codes.length);
      for (let row = 0; row < codes.length; row++)
        values[row] = (codes[row] ?? -1) < 0 ? Number.NaN : (codes[row] ?? 0);
      return { kind: "number", values };
    }
  }
}
