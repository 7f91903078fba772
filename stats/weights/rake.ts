import type { Coded } from "../design.ts";
import { crossCells, type CrossCells } from "./crossCells.ts";
import { rakeCells, type DidNotConverge } from "./rakeCells.ts";

/** A variable and the share of the population that each of its categories has. */
export interface Margin extends Coded {
  /** For messages. */
  readonly variable: string;
  /** One entry a category, summing to 1. */
  readonly shares: Float64Array;
}

/** Weights that meet margins. */
export interface RakedWeights {
  readonly kind: "weights";
  /** One entry a row, mean 1 over respondents of positive base weight; 0 where the base weight is. */
  readonly weights: Float64Array;
  readonly sweeps: number;
}

/** Weights that meet the margins, or that there are none. */
export type Raked = RakedWeights | DidNotConverge;

/** How many rows there are, and what each is. */
export interface RowsToWeight {
  readonly rows: number;
  /** How many respondents a row is; `null` or absent: one each. */
  readonly frequencies?: Float64Array | null;
  /** After so many sweeps raking gives up. */
  readonly mostSweeps?: number;
}

/**
 * Rakes weights to margins: multiplies them, margin by margin, until every margin is met. With a single margin this is
 * post-stratification.
 *
 * Rows that fall into the same cell of all margins are multiplied alike, so that the work is done on the cells. The
 * margins are taken to be possible, with a code in every row: see `settleMargins`.
 *
 * @param baseWeights one entry a row, zero or positive; `null` for all 1.
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11(4); Deville & Särndal (1992), JASA 87(418).
 */
export function rake(baseWeights: Float64Array | null, margins: readonly Margin[], size: RowsToWeight): Raked {
  return rakeCrossed(baseWeights, crossMargins(margins, size.rows), size);
}

/** Margins with the cells that rows fall into. */
export interface CrossedMargins extends CrossCells {
  readonly shares: readonly Float64Array[];
}

/** Crosses margins once, for all the raking that is done to them. */
export function crossMargins(margins: readonly Margin[], rows: number): CrossedMargins {
  return { ...crossCells(margins, rows), shares: margins.map(({ shares }) => shares) };
}

/** The same as `rake`, to margins that are crossed already. */
export function rakeCrossed(baseWeights: Float64Array | null, crossed: CrossedMargins, size: RowsToWeight): Raked {
  const { base, respondents } = baseOfCells(baseWeights, crossed, size);
  const found = rakeCells(base, crossed, { total: respondents, ...size });
  if (found.kind !== "factors") return found;
  const weights = spread(baseWeights, crossed, { ...size, factors: found.factors, respondents });
  return { kind: "weights", weights, sweeps: found.sweeps };
}

/** Sums of base weights in cells, and how many respondents have one. */
export function baseOfCells(
  baseWeights: Float64Array | null,
  { cells, cellOf }: CrossCells,
  { rows, frequencies = null }: RowsToWeight,
): { base: Float64Array; respondents: number } {
  const base = new Float64Array(cells);
  let respondents = 0;
  for (let row = 0; row < rows; row++) {
    const weight = baseWeights === null ? 1 : (baseWeights[row] ?? 0);
    if (weight === 0) continue;
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    respondents += frequency;
    const cell = cellOf[row] ?? 0;
    base[cell] = (base[cell] ?? 0) + frequency * weight;
  }
  return { base, respondents };
}

function spread(
  baseWeights: Float64Array | null,
  { cellOf }: CrossCells,
  { rows, frequencies = null, factors, respondents }: RowsToWeight & { factors: Float64Array; respondents: number },
): Float64Array {
  const weights = new Float64Array(rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const weight = (baseWeights === null ? 1 : (baseWeights[row] ?? 0)) * (factors[cellOf[row] ?? 0] ?? 1);
    weights[row] = weight;
    sum += frequencies === null ? weight : (frequencies[row] ?? 0) * weight;
  }
  // The last sweep leaves an error of 1e-10 at most: the sum is made exact.
  const scale = respondents / sum;
  for (let row = 0; row < rows; row++) weights[row] = (weights[row] ?? 0) * scale;
  return weights;
}
