import type { Column, Columns } from "../../stats/columns.ts";
import type { CodebookQuestion } from "../../surveys/codebook/codebook.ts";

/** A mark for each row, 32 to a number: of a million rows who is in two sets is told in a moment. */
type Bits = Uint32Array;

/** Who answered which question, for as long as the columns are there: an eighth of a byte a row and question. */
const known = new WeakMap<Columns, Map<string, Bits>>();

/**
 * Responses in which any variable of a question has an answer.
 *
 * @param isIn the responses that are looked at; `null` for all.
 */
export function answersTo(question: CodebookQuestion, columns: Columns, isIn: Bits | null): number {
  const questions = known.get(columns) ?? new Map<string, Bits>();
  known.set(columns, questions);
  const answered = questions.get(question.name) ?? bitsOf(whoAnswered(question, columns));
  questions.set(question.name, answered);
  let answers = 0;
  for (let place = 0; place < answered.length; place++)
    answers += ones((answered[place] ?? 0) & (isIn === null ? -1 : (isIn[place] ?? 0)));
  return answers;
}

/** Marks of 1 and 0 as bits. */
export function bitsOf(marks: Uint8Array): Bits {
  const bits = new Uint32Array(Math.ceil(marks.length / 32));
  for (let row = 0; row < marks.length; row++)
    bits[row >> 5] = (bits[row >> 5] ?? 0) | ((marks[row] ?? 0) << (row & 31));
  return bits;
}

/** How many bits of a number are 1: Warren (2012), Hacker's Delight, section 5-1. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** For each row 1 where any variable of the question has an answer, else 0. */
export function whoAnswered(question: CodebookQuestion, columns: Columns): Uint8Array {
  const isAnswered = new Uint8Array(columns.rows);
  for (const found of columnsOf(question, columns)) markAnswers(found, isAnswered);
  return isAnswered;
}

/** The columns that tell of a question whether it was answered. */
function columnsOf({ variables }: CodebookQuestion, { column }: Columns): Column[] {
  // The options of one choice are answered together: one of them tells.
  const places = new Map(variables.map(({ name, kind, path }) => [`${kind} ${path.join(".")}`, name]));
  return [...places.values()].flatMap((name) => column(name) ?? []);
}

/** One loop for each kind of array: a loop that meets them all is several times slower. */
function markAnswers(column: Column, isAnswered: Uint8Array): void {
  switch (column.kind) {
    case "number":
      for (let row = 0; row < isAnswered.length; row++) if (isNumber(column.values[row])) isAnswered[row] = 1;
      return;
    case "text":
      for (let row = 0; row < isAnswered.length; row++) if (isText(column.values[row])) isAnswered[row] = 1;
      return;
    case "category":
      for (let row = 0; row < isAnswered.length; row++)
        isAnswered[row] = (isAnswered[row] ?? 0) | oneIfCode(column.values[row] ?? -1);
      return;
    case "tick":
      for (let row = 0; row < isAnswered.length; row++)
        isAnswered[row] = (isAnswered[row] ?? 0) | oneIfCode(column.values[row] ?? -1);
  }
}

/** 1 for a code from 0 and 0 for -1, without a branch: who answered and who did not follow each other in no order. */
const oneIfCode = (code: number): number => (code >> 31) + 1;
const isNumber = (value: number | undefined): boolean => value !== undefined && !Number.isNaN(value);
const isText = (value: string | null | undefined): boolean => typeof value === "string";
