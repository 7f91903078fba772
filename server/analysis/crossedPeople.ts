import { nullIfProblem } from "../problem.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { madeOf, subjectOf } from "./analyse.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import type { Answering } from "./answering.ts";
import { breakdownNamed, groupsOf } from "./breakdowns.ts";
import { dated } from "./calendar.ts";
import { cellName, windowName, type CrossedPeople, type PeopleAsked } from "./peopleAsked.ts";
import { respondentsOf } from "./respondents.ts";

/** People by their rows, in order, with the group that each is in. */
interface People {
  readonly columns: StudyColumns;
  readonly rows: Int32Array;
  readonly cellOf: Int32Array;
  readonly cells: readonly string[];
  /** One entry a row of the study; `null` where each counts once. */
  readonly weights: Float64Array | null;
  readonly span: number;
}

/**
 * Makes what tells how many people of one number are also of others: sizes alone, and nothing of what anybody said.
 *
 * It costs a pass over the study's responses for each number, once for the same responses, and one over those that
 * two are of for each pair; and 8 bytes for each of those until another response comes.
 *
 * @returns for each of the others; `null` for one that the study cannot answer, having lost its question since.
 */
export function createCrossedPeople(answering: Answering) {
  const people = answering((asked: PeopleAsked, source) => ({ people: peopleOf(asked, source) }), madeOf);

  const together = async (study: string, asked: readonly PeopleAsked[]): Promise<People[]> => {
    for (;;) {
      const found = (await people.together(study, asked)).map((each) => each.people);
      // Rows are the same people only in the same columns; a response may have come in between.
      if (found.every(({ columns }) => columns === found[0]?.columns)) return found;
    }
  };
  const crossedWith = async (study: string, one: PeopleAsked, others: readonly PeopleAsked[]) => {
    const [first, ...rest] = await together(study, [one, ...others]);
    return first === undefined ? [] : rest.map((other) => crossed(first, other));
  };

  return async (
    study: string,
    { one, others }: { readonly one: PeopleAsked; readonly others: readonly PeopleAsked[] },
  ): Promise<(CrossedPeople | null)[]> => {
    const all = await nullIfProblem(crossedWith(study, one, others));
    if (all !== null) return all;
    const found: (CrossedPeople | null)[] = [];
    for (const other of others) found.push((await nullIfProblem(crossedWith(study, one, [other])))?.[0] ?? null);
    return found;
  };
}

function peopleOf(asked: PeopleAsked, source: AnalysisSource): People {
  const { columns, design } = source;
  const values = valuesOf(asked, source);
  const { cells, cellAt } = cellsOf(asked, source);
  const { within } = respondentsOf(asked, columns);
  const rows: number[] = [];
  const cellOf: number[] = [];
  let [lowest, highest] = [Infinity, -Infinity];
  for (let row = 0; row < columns.rows; row++) {
    const value = values[row] ?? Number.NaN;
    const cell = cellAt(row);
    if (within[row] !== 1 || Number.isNaN(value) || cell < 0 || design.weights?.[row] === 0) continue;
    rows.push(row);
    cellOf.push(cell);
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return {
    columns,
    rows: Int32Array.from(rows),
    cellOf: Int32Array.from(cellOf),
    cells,
    weights: design.weights,
    span: rows.length === 0 ? 0 : highest - lowest,
  };
}

/** What people answered; not a number where they did not, or the study has the item no more. */
function valuesOf(asked: PeopleAsked, source: AnalysisSource): Float64Array {
  const { columns } = source;
  const { variable: name, code } = asked.item;
  const item = subjectOf(asked, source).items.find(
    ({ variable, value }) => (variable?.name ?? null) === name && (value?.code ?? null) === code,
  );
  return item?.values(columns) ?? new Float64Array(columns.rows).fill(Number.NaN);
}

/** The groups in each window, and in which of them a row is; -1 for none. */
function cellsOf(asked: PeopleAsked, { columns, codebook }: AnalysisSource) {
  const breakdowns = asked.by.map((name, place) => breakdownNamed(name, { codebook, columns, path: `by.${place}` }));
  const { groups, coded } = groupsOf(breakdowns, columns.rows);
  const { calendar } = respondentsOf(asked, columns);
  const names = calendar.windows.map((window) => windowName(dated(window, calendar), asked.every));
  const windowOf = new Int32Array(calendar.days.length).fill(-1);
  for (const [place, { from, to }] of calendar.windows.entries())
    if (asked.only === null || asked.only === names[place]) windowOf.fill(place, from, to + 1);
  return {
    cells: names.flatMap((name) => groups.map(({ codes }) => cellName(name, codes))),
    cellAt: (row: number): number => {
      const group = coded.codes[row] ?? -1;
      const day = calendar.dayOf[row] ?? -1;
      const window = day < 0 ? -1 : (windowOf[day] ?? -1);
      return group < 0 || window < 0 ? -1 : window * groups.length + group;
    },
  };
}

/** Goes through both lists of rows at once, each of which is in order. */
function crossed(one: People, other: People): CrossedPeople {
  const table = (): number[][] =>
    Array.from({ length: one.cells.length + 1 }, () => new Array<number>(other.cells.length + 1).fill(0));
  const [counts, weights] = [table(), table()];
  const average = averageWeight(one);
  const count = (row: number, cell: number, otherCell: number): void => {
    const [counted, weighed] = [counts[cell], weights[cell]];
    if (counted === undefined || weighed === undefined) return;
    counted[otherCell] = (counted[otherCell] ?? 0) + 1;
    weighed[otherCell] =
      (weighed[otherCell] ?? 0) + Math.max(one.weights?.[row] ?? 1, other.weights?.[row] ?? 1) / average;
  };
  let [at, otherAt] = [0, 0];
  while (at < one.rows.length || otherAt < other.rows.length) {
    const [row, otherRow] = [one.rows[at] ?? Infinity, other.rows[otherAt] ?? Infinity];
    const [isOne, isOther] = [row <= otherRow, otherRow <= row];
    count(
      Math.min(row, otherRow),
      isOne ? (one.cellOf[at] ?? 0) : one.cells.length,
      isOther ? (other.cellOf[otherAt] ?? 0) : other.cells.length,
    );
    if (isOne) at += 1;
    if (isOther) otherAt += 1;
  }
  return { one: one.cells, other: other.cells, counts, weights, span: one.span };
}

function averageWeight({ rows, weights }: People): number {
  if (weights === null || rows.length === 0) return 1;
  return rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0) / rows.length;
}
