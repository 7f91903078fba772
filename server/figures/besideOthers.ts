import { nearSums, type NearSum } from "../../stats/disclosure/nearSums.ts";
import { few, openHalf, tellsOfFew } from "../../stats/disclosure/tellsOfFew.ts";
import type { CrossedPeople, PeopleAsked } from "../analysis/peopleAsked.ts";
import type { ShownCell, ShownRow } from "./shownRows.ts";

/** What of another answer the public is shown. */
export interface OtherShown {
  /** The hash of its request. */
  readonly request: string;
  readonly rows: readonly ShownRow[];
}

/** A number that may not be shown as it is, and what it may not be shown beside. */
export interface Telling {
  readonly row: ShownRow;
  readonly cell: ShownCell;
  /** The hash of the other's request; `null` where it is another number of the same answer. */
  readonly beside: string | null;
}

/** An answer that is to be shown. */
export interface ToShow {
  readonly rows: readonly ShownRow[];
  /** Whether a number is another than the public was shown last. */
  readonly isNew: (row: ShownRow, cell: ShownCell) => boolean;
}

/** Crosses the people of a number with those of each of several; `null` for what the study cannot answer any more. */
export type Cross = (asked: { one: PeopleAsked; others: readonly PeopleAsked[] }) => Promise<(CrossedPeople | null)[]>;

/** Nobody is taken to weigh more than so many times the average, where whole rows are passed over as too large to tell. */
const heaviest = 10;

/**
 * A new number from which, with others that the public is shown, could be worked out what fewer than 10 people have said;
 * `null` where there is none. Each pair of rows is held against each other, by whatever sums of their groups; three rows
 * and more at once are not.
 *
 * Rows of other questions, of days apart, or of so many that rounding hides few of them, cost nothing; for each other pair
 * people are crossed, once for items that the same people answered.
 */
export async function tellingNumber(
  { rows, isNew }: ToShow,
  others: readonly OtherShown[],
  cross: Cross,
): Promise<Telling | null> {
  for (const [place, row] of rows.entries()) {
    if (![...row.cells, row.together].some((cell) => cell !== null && isShown(cell) && isNew(row, cell))) continue;
    const besides = [
      // What stands before it in the answer keeps its right, as what was shown before it does.
      { request: null, rows: rows.slice(0, place + 1) },
      { request: null, rows: rows.slice(place + 1).map((later) => onlyOld(later, isNew)) },
      ...others,
    ];
    const pairs = besides.flatMap(({ request, rows: beside }) =>
      beside.filter((other) => mayTell(row, other)).map((other) => ({ request, other })),
    );
    const crossed = await cross({ one: row.people, others: pairs.map(({ other }) => other.people) });
    for (const [at, { request, other }] of pairs.entries()) {
      const found = crossed[at] ?? null;
      const cell = found === null ? null : tellingCell({ row, other, isNew }, found);
      if (cell !== null) return { row, cell, beside: request };
    }
  }
  return null;
}

function onlyOld(row: ShownRow, isNew: ToShow["isNew"]): ShownRow {
  const old = (cell: ShownCell): boolean => !isNew(row, cell);
  return {
    ...row,
    cells: row.cells.filter(old),
    together: row.together !== null && old(row.together) ? row.together : null,
  };
}

/** Whether two rows can tell of few at all: what costs nothing to see. */
function mayTell(row: ShownRow, other: ShownRow): boolean {
  if (row.weighting !== other.weighting || areApart(row.days, other.days)) return false;
  if (row === other && row.together === null) return false;
  const isRelated = row.reads.some((one) =>
    other.reads.some((two) => isSameOrPart(one, two) || isSameOrPart(two, one)),
  );
  if (!isRelated) return false;
  const sizes = [row, other].map(({ cells, together }) =>
    [...cells, together].flatMap((cell) => (cell !== null && isShown(cell) ? [cell.size] : [])),
  );
  const [least, otherLeast] = sizes.map((of) => Math.min(...of));
  if (least === undefined || otherLeast === undefined || least + otherLeast === Infinity) return false;
  if (row.span === null) return true;
  const open = openHalf([
    { people: least, halfStep: row.halfStep },
    { people: otherLeast, halfStep: other.halfStep },
  ]);
  return open < (few - 1) * row.span * (row.weighting === "none" ? 1 : heaviest);
}

/** An option of several is a part of its question. */
function isSameOrPart(name: string, part: string): boolean {
  return part === name || part.startsWith(`${name}.`);
}

/** Whether the days of one have passed before those of the other. */
function areApart(one: ShownRow["days"], other: ShownRow["days"]): boolean {
  return isBefore(one, other) || isBefore(other, one);
}

function isBefore({ to }: ShownRow["days"], { from }: ShownRow["days"]): boolean {
  return to !== undefined && from !== undefined && to < from;
}

function tellingCell(
  { row, other, isNew }: { row: ShownRow; other: ShownRow; isNew: ToShow["isNew"] },
  crossed: CrossedPeople,
): ShownCell | null {
  for (const one of sidesOf(row))
    for (const two of sidesOf(other)) {
      if (row === other && one.isTogether === two.isTogether) continue;
      const tells = tellingSum({ one, two, row, other }, crossed, (cell) => isNew(row, cell));
      if (tells !== null) return tells;
    }
  return null;
}

/** Groups of a row that share nobody: its groups, or all of them as one. */
interface Side {
  readonly cells: readonly ShownCell[];
  readonly isTogether: boolean;
}

function sidesOf({ cells, together }: ShownRow): Side[] {
  const apart = { cells: cells.filter(isShown), isTogether: false };
  return together !== null && isShown(together) ? [apart, { cells: [together], isTogether: true }] : [apart];
}

function tellingSum(
  { one, two, row, other }: { one: Side; two: Side; row: ShownRow; other: ShownRow },
  crossed: CrossedPeople,
  isNew: (cell: ShownCell) => boolean,
): ShownCell | null {
  const places = [placesOf(one, crossed.one), placesOf(two, crossed.other)] as const;
  const of = (cells: readonly ShownCell[]) => cells.map(({ size }) => size);
  const folded = {
    counts: foldedBy(crossed.counts, places, [one.cells.length, two.cells.length]),
    weights: foldedBy(crossed.weights, places, [one.cells.length, two.cells.length]),
  };
  for (const sum of nearSums(folded, { one: of(one.cells), other: of(two.cells) })) {
    const newest = newestIn(sum, one, isNew);
    if (newest === null) continue;
    const printed = [
      ...sum.one.map((place) => ({ people: one.cells[place]?.size ?? 0, halfStep: row.halfStep })),
      ...sum.other.map((place) => ({ people: two.cells[place]?.size ?? 0, halfStep: other.halfStep })),
    ];
    if (tellsOfFew({ ...sum, span: row.span ?? crossed.span, printed })) return newest;
  }
  return null;
}

/** The smallest of the new numbers in a sum: without it the sum is of others, and the least is lost. */
function newestIn({ one }: NearSum, { cells }: Side, isNew: (cell: ShownCell) => boolean): ShownCell | null {
  const found = one.flatMap((place) => cells[place] ?? []).filter(isNew);
  return found.sort((first, second) => first.size - second.size)[0] ?? null;
}

/** For each group that was crossed its place among those of a side, the last for who is in none. */
function placesOf({ cells, isTogether }: Side, crossed: readonly string[]): number[] {
  if (isTogether) return [...crossed.map(() => 0), 1];
  const placeOf = new Map(cells.map(({ name }, place) => [name, place]));
  return [...crossed.map((name) => placeOf.get(name) ?? cells.length), cells.length];
}

function foldedBy(
  table: readonly (readonly number[])[],
  [rows, columns]: readonly [readonly number[], readonly number[]],
  [height, width]: readonly [number, number],
): number[][] {
  const folded = Array.from({ length: height + 1 }, () => new Array<number>(width + 1).fill(0));
  for (const [row, line] of table.entries())
    for (const [column, count] of line.entries()) {
      const into = folded[rows[row] ?? height];
      const at = columns[column] ?? width;
      if (into !== undefined) into[at] = (into[at] ?? 0) + count;
    }
  return folded;
}

function isShown({ estimate }: ShownCell): boolean {
  return estimate.kind === "estimate";
}
