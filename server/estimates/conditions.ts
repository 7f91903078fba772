import type { Columns } from "../../stats/columns.ts";
import { knownTrue } from "../../stats/linearised/flags.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";

/**
 * Something that is true of a respondent, or not, or not known.
 *
 * - `code`: the variable has one of the codes. `ticked`: the option was chosen, of those who were asked.
 * - `number`: the variable, or a scale's score, lies between the limits, both included.
 * - `days`: the response is of the period, both ends included.
 * - `not`: the other way round; what is not known stays so.
 * - `all`, `any`: of several; what is not known counts only where it could change the answer (Kleene's logic), so that
 *   one that is true makes `any` true whatever is missing.
 */
export type Condition =
  | { readonly kind: "code"; readonly variable: string; readonly codes: readonly ChoiceCode[] }
  | { readonly kind: "ticked"; readonly variable: string }
  | { readonly kind: "number"; readonly variable: string; readonly from: number; readonly to: number }
  | { readonly kind: "days"; readonly from: string; readonly to: string }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

/** What conditions are told by, of respondents or of kinds of them. */
export type ReadColumns = Pick<Columns, "rows" | "days" | "day" | "column">;

/**
 * Whether a condition holds for each row: 1 true, 0 not, -1 not known.
 *
 * @throws {RangeError} for a variable that the study does not have, or not of that kind.
 */
export function truthOf(condition: Condition, columns: ReadColumns): Int8Array {
  switch (condition.kind) {
    case "code":
      return truthOfCodes(condition, columns);
    case "ticked":
      return truthOfTicks(condition, columns);
    case "number":
      return truthOfNumbers(condition, columns);
    case "days": {
      const isIn = columns.days.map((day) => day >= condition.from && day <= condition.to);
      return byPlace(columns.day, isIn);
    }
    case "not":
      return truthOf(condition.of, columns).map((truth) => (truth < 0 ? -1 : 1 - truth));
    case "all":
      return combined(condition.of, columns, { settles: 0, otherwise: 1 });
    case "any":
      return combined(condition.of, columns, { settles: 1, otherwise: 0 });
  }
}

/** The variables that a condition reads. */
export function variablesOf(condition: Condition): string[] {
  switch (condition.kind) {
    case "days":
      return [];
    case "not":
      return variablesOf(condition.of);
    case "all":
    case "any":
      return condition.of.flatMap(variablesOf);
    default:
      return [condition.variable];
  }
}

/** Whether a condition reads the day of a response. */
export function readsDays(condition: Condition): boolean {
  switch (condition.kind) {
    case "days":
      return true;
    case "not":
      return readsDays(condition.of);
    case "all":
    case "any":
      return condition.of.some(readsDays);
    default:
      return false;
  }
}

/** Truths as numbers: what is not known is not one. */
export function numbersOf(truth: Int8Array | Int16Array | Int32Array): Float64Array {
  const numbers = new Float64Array(truth.length);
  for (let row = 0; row < truth.length; row++) {
    const each = truth[row] ?? -1;
    numbers[row] = each < 0 ? Number.NaN : each;
  }
  return numbers;
}

/** The respondents of whom a condition is known to be true, as the factor every estimator takes. */
export function domainOf(condition: Condition, columns: ReadColumns): Uint8Array {
  return knownTrue(truthOf(condition, columns));
}

function truthOfCodes({ variable, codes }: Extract<Condition, { kind: "code" }>, { column }: ReadColumns): Int8Array {
  const found = column(variable);
  if (found?.kind !== "category") throw new RangeError(`Cannot tell by ${variable}: it is no category of the study`);
  return byPlace(
    found.values,
    found.codes.map((code) => codes.includes(code)),
  );
}

function truthOfTicks({ variable }: Extract<Condition, { kind: "ticked" }>, { column }: ReadColumns): Int8Array {
  const found = column(variable);
  if (found?.kind !== "tick") throw new RangeError(`Cannot tell by ${variable}: it is no option of the study`);
  return found.values;
}

/** Loops, here and below, because `from` with a function takes ten times as long on a million rows. */
function byPlace(places: Int16Array | Int32Array, isIn: readonly boolean[]): Int8Array {
  // The first truth is of those without an answer, whose place is -1.
  const truths = Int8Array.from([-1, ...isIn.map(Number)]);
  const truth = new Int8Array(places.length);
  for (let row = 0; row < places.length; row++) truth[row] = truths[(places[row] ?? -1) + 1] ?? -1;
  return truth;
}

function truthOfNumbers(
  { variable, from, to }: Extract<Condition, { kind: "number" }>,
  { column }: ReadColumns,
): Int8Array {
  const found = column(variable);
  if (found?.kind !== "number") throw new RangeError(`Cannot tell by ${variable}: it is no number of the study`);
  const { values } = found;
  const truth = new Int8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    truth[row] = Number.isNaN(value) ? -1 : value >= from && value <= to ? 1 : 0;
  }
  return truth;
}

function combined(
  parts: readonly Condition[],
  columns: ReadColumns,
  { settles, otherwise }: { settles: number; otherwise: number },
): Int8Array {
  const [first, ...truths] = parts.map((part) => truthOf(part, columns));
  if (first === undefined) return new Int8Array(columns.rows).fill(otherwise);
  if (truths.length === 0) return first;
  const all = first.slice();
  for (const truth of truths) {
    for (let row = 0; row < columns.rows; row++) {
      if (all[row] === settles) continue;
      if (truth[row] !== otherwise) all[row] = truth[row] ?? -1;
    }
  }
  return all;
}
