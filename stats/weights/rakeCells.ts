/** The margins of a table's cells. */
export interface CellMargins {
  /** For each margin the category of each cell. */
  readonly codes: readonly Int32Array[];
  /** For each margin the share of each category, summing to 1. */
  readonly shares: readonly Float64Array[];
}

/** That no weights meet the margins. */
export interface DidNotConverge {
  readonly kind: "raking-did-not-converge";
  /** The share by which the worst margin is still off. */
  readonly worstError: number;
}

/** What each cell's weights are multiplied by. */
export interface CellFactors {
  readonly kind: "factors";
  readonly factors: Float64Array;
  readonly sweeps: number;
}

/** A sweep whose factors are all this near to 1 is the last. */
const enough = 1e-10;

/**
 * Rakes the cells of a table to its margins.
 *
 * @param base the sum of the base weights in each cell.
 * @param total what the cells sum to afterwards.
 * @param mostSweeps after which raking gives up.
 */
export function rakeCells(
  base: Float64Array,
  margins: CellMargins,
  { total, mostSweeps = 500 }: { total: number; mostSweeps?: number },
): CellFactors | DidNotConverge {
  const table = Float64Array.from(base);
  const factors = new Float64Array(base.length).fill(1);
  const sums = margins.shares.map((shares) => new Float64Array(shares.length));
  if (hasUnreachable(table, margins, sums)) return didNotConverge(table, margins, sums);
  for (let sweep = 1; sweep <= mostSweeps; sweep++) {
    let farthest = 0;
    for (let place = 0; place < sums.length; place++) {
      const of = margins.codes[place];
      const shares = margins.shares[place];
      const by = sums[place];
      if (of === undefined || shares === undefined || by === undefined) continue;
      sumCells(table, of, by);
      farthest = Math.max(farthest, toFactors(by, shares, total));
      for (let cell = 0; cell < table.length; cell++) {
        const factor = by[of[cell] ?? 0] ?? 1;
        table[cell] = (table[cell] ?? 0) * factor;
        factors[cell] = (factors[cell] ?? 0) * factor;
      }
    }
    if (farthest <= enough) return { kind: "factors", factors, sweeps: sweep };
  }
  return didNotConverge(table, margins, sums);
}

function sumCells(table: Float64Array, of: Int32Array, sums: Float64Array): void {
  sums.fill(0);
  for (let cell = 0; cell < table.length; cell++) {
    const code = of[cell] ?? 0;
    sums[code] = (sums[code] ?? 0) + (table[cell] ?? 0);
  }
}

/** Turns the sums of a margin's categories into the factors that meet it; gives how far the farthest is from 1. */
function toFactors(sums: Float64Array, shares: Float64Array, total: number): number {
  let farthest = 0;
  for (let code = 0; code < sums.length; code++) {
    const sum = sums[code] ?? 0;
    const factor = sum === 0 ? 1 : (total * (shares[code] ?? 0)) / sum;
    sums[code] = factor;
    farthest = Math.max(farthest, Math.abs(factor - 1));
  }
  return farthest;
}

/** Whether a category should have somebody and nobody is there to be weighted up. */
function hasUnreachable(table: Float64Array, { codes, shares }: CellMargins, sums: readonly Float64Array[]): boolean {
  return sums.some((of, place) => {
    sumCells(table, codes[place] ?? new Int32Array(0), of);
    return of.some((sum, code) => sum === 0 && (shares[place]?.[code] ?? 0) > 0);
  });
}

function didNotConverge(
  table: Float64Array,
  { codes, shares }: CellMargins,
  sums: readonly Float64Array[],
): DidNotConverge {
  let all = 0;
  for (const value of table) all += value;
  let worstError = 0;
  for (const [place, of] of sums.entries()) {
    sumCells(table, codes[place] ?? new Int32Array(0), of);
    for (const [code, sum] of of.entries())
      worstError = Math.max(worstError, Math.abs(sum / Math.max(all, Number.MIN_VALUE) - (shares[place]?.[code] ?? 0)));
  }
  return { kind: "raking-did-not-converge", worstError };
}
