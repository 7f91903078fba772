import type { Coded } from "../design.ts";
import { crossCells } from "./crossCells.ts";

/** A variable and the share of the population that each of its categories has. */
export interface Margin extends Coded {
  /** For messages. */
  readonly variable: string;
  /** One entry a category, summing to 1. */
  readonly shares: Float64Array;
}

/** Weights that meet the margins, or that there are none. */
export type Raked =
  | {
      readonly kind: "weights";
      /** One entry a row, mean 1 over rows of positive base weight; 0 where the base weight is. */
      readonly weights: Float64Array;
      readonly sweeps: number;
    }
  | {
      readonly kind: "raking-did-not-converge";
      /** The share by which the worst margin is still off. */
      readonly worstError: number;
    };

/** A sweep whose factors are all this near to 1 is the last. */
const enough = 1e-10;

/**
 * Rakes weights to margins: multiplies them, margin by margin, until every margin is met.
 *
 * Rows that fall into the same cell of all margins are multiplied alike, so that the work is done on the cells. The
 * margins are taken to be possible: see `checkMargins`.
 *
 * @param baseWeights one entry a row, zero or positive; `null` for all 1.
 * @param mostSweeps after which raking gives up.
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11(4); Deville & Särndal (1992), JASA 87(418).
 */
export function rake(
  baseWeights: Float64Array | null,
  margins: readonly Margin[],
  { rows, mostSweeps = 500 }: { rows: number; mostSweeps?: number },
): Raked {
  const { cellOf, codes, cells } = crossCells(margins, rows);
  const base = new Float64Array(cells);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const weight = baseWeights === null ? 1 : (baseWeights[row] ?? 0);
    if (weight === 0) continue;
    n += 1;
    const cell = cellOf[row] ?? 0;
    base[cell] = (base[cell] ?? 0) + weight;
  }
  const total = Float64Array.from(base);
  const factors = new Float64Array(cells).fill(1);
  for (let sweep = 1; sweep <= mostSweeps; sweep++) {
    let farthest = 0;
    for (const [place, { shares }] of margins.entries()) {
      const of = codes[place] ?? new Int32Array(cells);
      farthest = Math.max(farthest, meet(shares, { of, total, factors, n }));
    }
    if (farthest <= enough)
      return { kind: "weights", weights: spread(baseWeights, { cellOf, factors, rows, n }), sweeps: sweep };
  }
  return { kind: "raking-did-not-converge", worstError: worstError(margins, { codes, total }) };
}

/** Multiplies the cells so that one margin is met; gives the factor that was farthest from 1. */
function meet(
  shares: Float64Array,
  { of, total, factors, n }: { of: Int32Array; total: Float64Array; factors: Float64Array; n: number },
): number {
  const sums = new Float64Array(shares.length);
  for (let cell = 0; cell < total.length; cell++) {
    const code = of[cell] ?? 0;
    sums[code] = (sums[code] ?? 0) + (total[cell] ?? 0);
  }
  let farthest = 0;
  const by = sums.map((sum, code) => {
    if (sum === 0) return 1;
    const factor = (n * (shares[code] ?? 0)) / sum;
    farthest = Math.max(farthest, Math.abs(factor - 1));
    return factor;
  });
  for (let cell = 0; cell < total.length; cell++) {
    const factor = by[of[cell] ?? 0] ?? 1;
    total[cell] = (total[cell] ?? 0) * factor;
    factors[cell] = (factors[cell] ?? 0) * factor;
  }
  return farthest;
}

function spread(
  baseWeights: Float64Array | null,
  { cellOf, factors, rows, n }: { cellOf: Int32Array; factors: Float64Array; rows: number; n: number },
): Float64Array {
  const weights = new Float64Array(rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const weight = (baseWeights === null ? 1 : (baseWeights[row] ?? 0)) * (factors[cellOf[row] ?? 0] ?? 1);
    weights[row] = weight;
    sum += weight;
  }
  const scale = n / sum;
  for (let row = 0; row < rows; row++) weights[row] = (weights[row] ?? 0) * scale;
  return weights;
}

function worstError(
  margins: readonly Margin[],
  { codes, total }: { codes: readonly Int32Array[]; total: Float64Array },
): number {
  let all = 0;
  for (const value of total) all += value;
  let worst = 0;
  for (const [place, { shares }] of margins.entries()) {
    const sums = new Float64Array(shares.length);
    for (let cell = 0; cell < total.length; cell++) {
      const code = codes[place]?.[cell] ?? 0;
      sums[code] = (sums[code] ?? 0) + (total[cell] ?? 0);
    }
    for (const [code, sum] of sums.entries()) worst = Math.max(worst, Math.abs(sum / all - (shares[code] ?? 0)));
  }
  return worst;
}
