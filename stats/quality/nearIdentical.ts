import type { Coded } from "../design.ts";
import { crossCells } from "../weights/crossCells.ts";

/** Records that are nearly the same over the whole questionnaire. */
export interface NearIdentical {
  /** Records that belong together, in order; the groups in the order of their first. */
  readonly groups: readonly (readonly number[])[];
  /** 1 for every record of a group but its first, else 0: so that a person who was copied still counts. */
  readonly isRepeat: Uint8Array;
  /** For each record of a group the largest share of its answers that it has in common with another; else not a number. */
  readonly share: Float64Array;
}

/** What is compared. */
export interface Records {
  readonly rows: number;
  /** The variables of each question: those of one are answered together. Below 0 is no answer. */
  readonly questions: readonly (readonly Coded[])[];
  /** What records are put in order by, the smaller first, such as their day; rows of the same in the order of the file. */
  readonly order: Int32Array;
}

/** Two records may meet in any of so many orders of the questions. */
const passes = 24;
/** In one pass a record is compared with so many others at most. */
const mostCompared = 60;
/** So many pairs may be expected by chance in a whole file. */
const byChance = 0.001;

/**
 * Finds records that are equal in nearly all answers, where chance would hardly bring that about: a pair counts when the
 * share of equal answers reaches the limit, and when fewer than one such pair in a thousand files would be expected if
 * questions were answered independently of each other. What goes together within a question, as the items of a scale
 * do, is taken as it is in the file. So short questionnaires and common answers make no pair, which a limit for the
 * share alone would.
 *
 * Every pair would take the square of the rows. Records are compared only where they agree in a few questions whose
 * answers together are rare, for 24 choices of such questions, by hashing: exact copies always meet, pairs equal in 90%
 * nearly always. Two honest records can still be alike: for a person to look at.
 *
 * @param limit the share of equal answers, of those that at least one of the two gave.
 * @see Kuriakose & Robbins (2016), Statistical Journal of the IAOS 32(3), for the share; Simmons, Mercer, Schwarzer &
 *   Kennedy (2016), in the same number, for why it depends on the questionnaire; Gionis, Indyk & Motwani (1999), VLDB, for
 *   the hashing.
 */
export function nearIdentical(records: Records, limit = 0.9): NearIdentical {
  const { rows, questions, order } = records;
  const cells = questions.map((variables) => cellsOf(variables, rows));
  const needed = Math.log((rows * rows) / 2 / byChance);
  const groups = createGroups(rows);
  const share = new Float64Array(rows).fill(Number.NaN);
  for (let pass = 0; pass < passes; pass++)
    eachMeeting(keysOf(cells, rows, pass), (one, other) => {
      if (evidenceOf(cells, one, other) < needed) return;
      const alike = sharedOf(questions, one, other);
      if (alike < limit) return;
      groups.join(one, other);
      for (const row of [one, other]) if (!((share[row] ?? 0) >= alike)) share[row] = alike;
    });
  const inOrder = groups.all().map((group) => group.sort((one, other) => before(one, other, order)));
  inOrder.sort(([one = 0], [other = 0]) => before(one, other, order));
  const isRepeat = new Uint8Array(rows);
  for (const [, ...repeats] of inOrder) for (const row of repeats) isRepeat[row] = 1;
  return { groups: inOrder, isRepeat, share };
}

function before(one: number, other: number, order: Int32Array): number {
  return (order[one] ?? 0) - (order[other] ?? 0) || one - other;
}

/** A question's answers as one code a row, and how many rows have each. */
interface QuestionCells {
  readonly cellOf: Int32Array;
  readonly counts: Int32Array;
  /** The probability that two rows have the same. */
  readonly sameByChance: number;
}

function cellsOf(variables: readonly Coded[], rows: number): QuestionCells {
  const answered = variables.map(({ codes, categories }) => ({
    codes: Int32Array.from(codes, (code) => Math.max(0, code + 1)),
    categories: categories + 1,
  }));
  const { cellOf, cells } = crossCells(answered, rows);
  const counts = new Int32Array(cells);
  for (const cell of cellOf) counts[cell] = (counts[cell] ?? 0) + 1;
  const sameByChance = counts.reduce((sum, count) => sum + (count / rows) ** 2, 0);
  return { cellOf, counts, sameByChance };
}

/** For each row a number that is the same where a choice of questions was answered the same. */
function keysOf(cells: readonly QuestionCells[], rows: number, pass: number): Int32Array {
  const keys = new Int32Array(rows);
  let rare = 1;
  for (const question of choiceOf(cells.length, pass)) {
    const of = cells[question];
    // By chance a row is then met by less than one other; a question that everyone answers alike tells nothing.
    if (of === undefined || rare * rows < 1) break;
    if (of.sameByChance === 1) continue;
    rare *= of.sameByChance;
    for (let row = 0; row < rows; row++) keys[row] = mixed((keys[row] ?? 0) ^ (of.cellOf[row] ?? 0));
  }
  return keys;
}

/** The questions in an order that looks drawn by lot, and is the same each time. */
function choiceOf(questions: number, pass: number): number[] {
  const lots = Array.from({ length: questions }, (_, question) => mixed(mixed(pass + 1) ^ (question + 1)));
  return Array.from(lots.keys()).sort((one, other) => (lots[one] ?? 0) - (lots[other] ?? 0));
}

/** The last step of MurmurHash3 (Appleby): every bit of a number changes about half of the bits of the result. */
function mixed(value: number): number {
  let bits = Math.imul(value + 0x9e3779b9, 1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Visits pairs of rows with the same key, each row with those of it that stand before, up to a limit. */
function eachMeeting(keys: Int32Array, visit: (one: number, other: number) => void): void {
  const last = new Map<number, number>();
  const previous = new Int32Array(keys.length).fill(-1);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    let other = last.get(key) ?? -1;
    previous[row] = other;
    for (let compared = 0; other >= 0 && compared < mostCompared; compared++) {
      visit(row, other);
      other = previous[other] ?? -1;
    }
    last.set(key, row);
  }
}

/** The share of equal answers, of those variables that at least one of the two answered. */
function sharedOf(questions: Records["questions"], one: number, other: number): number {
  let [equal, compared] = [0, 0];
  for (const variables of questions)
    for (const { codes } of variables) {
      const first = codes[one] ?? -1;
      const second = codes[other] ?? -1;
      if (first < 0 && second < 0) continue;
      compared += 1;
      if (first === second) equal += 1;
    }
  return compared === 0 ? 0 : equal / compared;
}

/** How unlikely it is by chance that two rows agree in the questions they agree in: minus the logarithm. */
function evidenceOf(cells: readonly QuestionCells[], one: number, other: number): number {
  let [evidence, different] = [0, 0];
  for (const { cellOf, counts } of cells) {
    const cell = cellOf[one] ?? 0;
    if (cell === cellOf[other]) {
      evidence -= Math.log((counts[cell] ?? 1) / cellOf.length);
      continue;
    }
    // Any of the questions could have been the ones that differ: the logarithm of how many choices there are.
    evidence -= Math.log((cells.length - different) / (different + 1));
    different += 1;
  }
  return evidence;
}

/** Sets of rows that are joined pair by pair. */
function createGroups(rows: number) {
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  const topOf = (row: number): number => {
    let top = row;
    while (parent[top] !== top) top = parent[top] = parent[parent[top] ?? top] ?? top;
    return top;
  };
  return {
    join(one: number, other: number): void {
      parent[topOf(one)] = topOf(other);
    },
    /** Those of two and more. */
    all(): number[][] {
      const found = new Map<number, number[]>();
      for (let row = 0; row < rows; row++) {
        const top = topOf(row);
        const group = found.get(top);
        if (group === undefined) found.set(top, [row]);
        else group.push(row);
      }
      return [...found.values()].filter(({ length }) => length > 1);
    },
  };
}
