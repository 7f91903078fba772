import type { Coded, Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { drawnIn, type Drawn } from "../variance/drawn.ts";

/**
 * A variable in codes, or the cross of two, counted: all that shares, their differences and their errors need of the
 * rows. With two variables a cell is `first * (categories of the second) + second`.
 */
export interface Tabulation {
  readonly cells: number;
  /** For each cell the respondents of positive weight. */
  readonly count: Float64Array;
  /** For each cell the sum of their weights, and of their squared weights. */
  readonly weight: Float64Array;
  readonly squaredWeight: Float64Array;
  /**
   * The same sums of weights apart for each group that was drawn together (row by row: group, then cell): strata where
   * respondents are their own clusters, else clusters. `null` where there is a single group.
   */
  readonly groupWeight: Float64Array | null;
  readonly groupSquaredWeight: Float64Array | null;
  readonly drawn: Drawn;
}

/**
 * Counts a variable in one pass over the rows; nothing is allocated in it.
 *
 * @param by a second variable to cross with the first; rows without an answer to either are left out.
 */
export function tabulate(
  { codes, categories }: Coded,
  design: Design,
  { by = null, domain = null }: { by?: Coded | null; domain?: Domain } = {},
): Tabulation {
  const width = by === null ? 1 : by.categories;
  const cells = categories * width;
  const drawn = drawnIn(design);
  const groupOf = drawn.clusterOf ?? drawn.stratumOf;
  const groups = groupOf === null ? 1 : drawn.clusterOf === null ? drawn.strata : drawn.stratumOfCluster.length;
  const count = new Float64Array(cells);
  const weight = new Float64Array(groups * cells);
  const squared = new Float64Array(groups * cells);
  const { rows, weights, frequencies } = design;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] ?? -1;
    const second = by === null ? 0 : (by.codes[row] ?? -1);
    const w = weights === null ? 1 : (weights[row] ?? 0);
    if (code < 0 || second < 0 || w === 0 || (domain !== null && domain[row] !== 1)) continue;
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    const cell = code * width + second;
    const place = groupOf === null ? cell : (groupOf[row] ?? 0) * cells + cell;
    count[cell] = (count[cell] ?? 0) + frequency;
    weight[place] = (weight[place] ?? 0) + frequency * w;
    squared[place] = (squared[place] ?? 0) + frequency * w * w;
  }
  const sums = { cells, count, drawn, weight: summed(weight, cells), squaredWeight: summed(squared, cells) };
  const isApart = groupOf !== null;
  return { ...sums, groupWeight: isApart ? weight : null, groupSquaredWeight: isApart ? squared : null };
}

function summed(grouped: Float64Array, cells: number): Float64Array {
  const sums = new Float64Array(cells);
  for (let place = 0; place < grouped.length; place++) {
    const cell = place % cells;
    sums[cell] = (sums[cell] ?? 0) + (grouped[place] ?? 0);
  }
  return sums;
}
