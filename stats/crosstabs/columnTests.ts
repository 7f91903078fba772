import { tTwoSided } from "../distributions/studentT.ts";
import type { NotEstimable } from "../estimate.ts";
import { adjustments, type Adjustment } from "../multiplicity/adjustments.ts";
import { combinedCovariance } from "../variance/combinedCovariance.ts";
import { entry, type KnownCovariance } from "../variance/strataSum.ts";
import type { CrossTable } from "./crossTable.ts";
import { testableCovariance } from "./testableCovariance.ts";

/** The shares of one row of a table in its columns, and every pair of them compared. */
export interface ColumnTests {
  readonly kind: "column-tests";
  /** In the order of the columns' codes; one with fewer than 30 respondents is not tested. */
  readonly columns: readonly (TestedColumn | NotEstimable)[];
  /** Of the tested columns: first with second, first with third and so on. */
  readonly pairs: readonly ColumnPair[];
  /** Of the shares of all columns; 0 for one that nobody is in. */
  readonly covariance: KnownCovariance;
  readonly degreesOfFreedom: number;
}

/** A column that was compared with the others. */
export interface TestedColumn {
  readonly kind: "tested-column";
  readonly n: number;
  /** Of the row among the column's weighted respondents, 0 to 1. */
  readonly share: number;
  /** The columns, by their codes, whose share is significantly lower. */
  readonly isHigherThan: readonly number[];
}

/** Two columns of a row, by their codes. */
export interface ColumnPair {
  readonly first: number;
  readonly second: number;
  /** The first's share less the second's. */
  readonly difference: number;
  /** `no-variance` where each column is of one mind, all or none. */
  readonly test: PairTest | NotEstimable;
}

/** Student's test of a difference of two shares. */
export interface PairTest {
  readonly kind: "t-test";
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  /** For being one of the row's pairs. */
  readonly adjustedP: number;
}

/**
 * Tests every pair of a table's columns within one row, two-sided, with the covariance of their shares, so that columns
 * that share clusters or margins are compared rightly. A total is no category, so it is never tested against its parts.
 *
 * @param row its code. For an option of several, the table is that of the option and the row is 1.
 * @throws {RangeError} for a row the table does not have.
 */
export function columnTests(
  table: CrossTable,
  row: number,
  { adjustment = "holm", significance = 0.05 }: { adjustment?: Adjustment; significance?: number } = {},
): ColumnTests | NotEstimable {
  if (!(row >= 0 && row < table.rows)) throw new RangeError(`Cannot test row ${row} of a table of ${table.rows} rows`);
  const ofTotals = testableCovariance(table);
  if (ofTotals.kind === "not-estimable") return ofTotals;
  const columns = Array.from({ length: table.columns }, (_, column) => shareIn(table, { row, column }));
  const slopes = columns.map(({ share, weight }, column) => slopesOfShare(table, { row, column, share, weight }));
  const covariance = combinedCovariance(slopes, ofTotals);
  const { degreesOfFreedom } = table;
  const pairs = compared({ columns, covariance, degreesOfFreedom }, adjustment);
  return {
    kind: "column-tests",
    columns: columns.map(({ n, share }, column) =>
      n < fewestTested
        ? { kind: "not-estimable", reason: n === 0 ? "no-data" : "n-too-small", n }
        : { kind: "tested-column", n, share, isHigherThan: lowerThan(column, pairs, significance) },
    ),
    pairs,
    covariance,
    degreesOfFreedom,
  };
}

const fewestTested = 30;
/** A standard error of a share below this is rounding. */
const smallestError = 1e-9;

interface ColumnShare {
  readonly n: number;
  readonly weight: number;
  readonly share: number;
}

function shareIn(
  { rows, columns, count, weight }: CrossTable,
  { row, column }: { row: number; column: number },
): ColumnShare {
  let n = 0;
  let all = 0;
  for (let other = 0; other < rows; other++) {
    n += count[other * columns + column] ?? 0;
    all += weight[other * columns + column] ?? 0;
  }
  return { n, weight: all, share: all === 0 ? 0 : (weight[row * columns + column] ?? 0) / all };
}

/** How a column's share grows with the totals of the table's cells. */
function slopesOfShare(
  { rows, columns }: CrossTable,
  { row, column, share, weight }: { row: number; column: number } & Pick<ColumnShare, "share" | "weight">,
): Float64Array {
  const slopes = new Float64Array(rows * columns);
  if (weight === 0) return slopes;
  for (let other = 0; other < rows; other++)
    slopes[other * columns + column] = (Number(other === row) - share) / weight;
  return slopes;
}

function compared(
  {
    columns,
    covariance,
    degreesOfFreedom,
  }: {
    columns: readonly ColumnShare[];
    covariance: KnownCovariance;
    degreesOfFreedom: number;
  },
  adjustment: Adjustment,
): ColumnPair[] {
  const tested = [...columns.keys()].filter((column) => (columns[column]?.n ?? 0) >= fewestTested);
  const pairs = tested.flatMap((first, place) => tested.slice(place + 1).map((second) => ({ first, second })));
  const found = pairs.map(({ first, second }) => {
    const variance =
      entry(covariance, first, first) + entry(covariance, second, second) - 2 * entry(covariance, first, second);
    const standardError = Math.sqrt(Math.max(0, variance));
    const difference = (columns[first]?.share ?? 0) - (columns[second]?.share ?? 0);
    return { first, second, difference, standardError, t: difference / standardError };
  });
  const pValues = Float64Array.from(found, ({ standardError, t }) =>
    standardError < smallestError ? Number.NaN : tTwoSided(t, degreesOfFreedom),
  );
  const adjusted = adjustments[adjustment](pValues);
  return found.map(({ first, second, difference, standardError, t }, pair) => {
    const n = (columns[first]?.n ?? 0) + (columns[second]?.n ?? 0);
    const test: PairTest | NotEstimable =
      standardError < smallestError
        ? { kind: "not-estimable", reason: "no-variance", n }
        : { kind: "t-test", standardError, t, p: pValues[pair] ?? 1, adjustedP: adjusted[pair] ?? 1 };
    return { first, second, difference, test };
  });
}

function lowerThan(column: number, pairs: readonly ColumnPair[], significance: number): number[] {
  return pairs.flatMap(({ first, second, difference, test }) => {
    if (test.kind === "not-estimable" || !(test.adjustedP < significance)) return [];
    if (first === column && difference > 0) return [second];
    return second === column && difference < 0 ? [first] : [];
  });
}
