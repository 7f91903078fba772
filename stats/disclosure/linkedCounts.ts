import type { AttackerInterval } from "./attackerInterval.ts";
import { greatest, solve, valuesOf, type Equation, type Solution } from "./linearProgramme.ts";

/** Counts of which some are sums of others, in however many tables they stand; each is here once. */
export interface LinkedCounts {
  /** Whole numbers from 0. */
  readonly counts: Float64Array;
  readonly sums: readonly LinkedSum[];
}

/** A count that is the sum of others. */
export interface LinkedSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The counts of a sum with the factors that make it 0. */
export function termsOf({ total, parts }: LinkedSum): { cell: number; factor: number }[] {
  return [...parts.map((cell) => ({ cell, factor: 1 })), { cell: total, factor: -1 }];
}

/** Suppressed counts, as what somebody does not know who knows all others. */
export interface Unknowns {
  readonly cells: readonly number[];
  /** Of each, among the cells. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** Values they could have. */
  readonly solution: Solution;
}

/**
 * The equations for suppressed counts that all sums together leave.
 *
 * @param isSuppressed one entry a count: 1 or 0.
 * @param bound more than any of them can be; infinite for no such thing.
 * @throws {RangeError} for counts that do not sum to their totals.
 */
export function unknownsOf({ counts, sums }: LinkedCounts, isSuppressed: Uint8Array, bound: number): Unknowns {
  const cells = Array.from(counts.keys()).filter((cell) => isSuppressed[cell] === 1);
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  const equations = sums.map((sum): Equation => {
    const open = termsOf(sum).filter(({ cell }) => placeOf.has(cell));
    return {
      of: open.map(({ cell }) => placeOf.get(cell) ?? 0),
      factors: open.map(({ factor }) => factor),
      sum: open.reduce((rest, { cell, factor }) => rest + factor * (counts[cell] ?? 0), 0),
    };
  });
  const solution = solve(
    equations.filter(({ of }) => of.length > 0),
    new Float64Array(cells.length).fill(bound),
  );
  if (solution === null) throw new RangeError("Cannot find ranges of counts that do not sum to their totals");
  return { cells, placeOf, solution };
}

/** The values of unknown counts where one of them is greatest, or least. */
export function valuesWhere(
  extreme: "greatest" | "least",
  cell: number,
  { placeOf, solution }: Unknowns,
  enough?: number,
): { value: number; values: Float64Array } {
  const weights = new Float64Array(solution.bounds.length);
  const sign = extreme === "greatest" ? 1 : -1;
  weights[placeOf.get(cell) ?? 0] = sign;
  const { sum, at } = greatest(solution, weights, enough === undefined ? Infinity : sign * enough);
  return { value: sign * withoutRounding(sum), values: valuesOf(at) };
}

function withoutRounding(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

/**
 * What somebody who knows all other counts can find out about suppressed ones, from all sums together: exact ranges over
 * counts of at least 0, by linear programmes.
 *
 * With two tables that share one variable, and with populations that are stretches of time, the ends are whole numbers. With
 * others they need not be, and the range over whole numbers can then be narrower.
 *
 * @param isSuppressed one entry a count: 1 or 0.
 * @param cells the suppressed ones that are asked about.
 * @throws {RangeError} for counts that do not sum to their totals.
 */
export function linkedIntervals(
  linked: LinkedCounts,
  isSuppressed: Uint8Array,
  cells: readonly number[],
): AttackerInterval[] {
  const unknowns = unknownsOf(linked, isSuppressed, Infinity);
  return cells.map((cell) => ({
    least: valuesWhere("least", cell, unknowns).value,
    most: valuesWhere("greatest", cell, unknowns).value,
  }));
}
