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
  coded: Coded,
  design: Design,
  { by = null, domain = null }: { by?: Coded | null; domain?: Domain } = {},
): Tabulation {
  const drawn = drawnIn(design);
  const isPlain = by === null && domain === null && design.frequencies === null;
  if (isPlain && drawn.clusterOf === null && drawn.stratumOf === null) return plainly(coded, design.weights, drawn);
  return inGroups(coded, design, { by, domain, drawn });
}

function inGroups(
  { codes, categories }: Coded,
  design: Design,
  { by, domain, drawn }: { by: Coded | null; domain: Domain; drawn: Drawn },
): Tabulation {
  const width = by === null ? 1 : by.categories;
  const cells = categories * width;
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

const width = 3;

/** The usual case, most questions of most studies, in the fewest steps a row. */
function plainly({ codes, categories: cells }: Coded, weights: Float64Array | null, drawn: Drawn): Tabulation {
  const sums = new Float64Array(cells * width);
  if (weights === null) countPlainly(codes, sums);
  else if (codes instanceof Int8Array) weighTicks(codes, weights, sums);
  else weighCodes(codes, weights, sums);
  const of = (place: number): Float64Array =>
    Float64Array.from({ length: cells }, (_, cell) => sums[cell * width + place] ?? 0);
  const count = of(0);
  const weight = weights === null ? count : of(1);
  const squaredWeight = weights === null ? count : of(2);
  return { cells, count, weight, squaredWeight, groupWeight: null, groupSquaredWeight: null, drawn };
}

function countPlainly(codes: Coded["codes"], sums: Float64Array): void {
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] ?? -1) * width;
    if (place >= 0) sums[place] = (sums[place] ?? 0) + 1;
  }
}

/** The same twice, because a loop that meets arrays of several kinds takes twice as long. */
function weighTicks(codes: Int8Array, weights: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] ?? -1) * width;
    const w = weights[row] ?? 0;
    if (place < 0 || w === 0) continue;
    sums[place] = (sums[place] ?? 0) + 1;
    sums[place + 1] = (sums[place + 1] ?? 0) + w;
    sums[place + 2] = (sums[place + 2] ?? 0) + w * w;
  }
}

function weighCodes(codes: Coded["codes"], weights: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] ?? -1) * width;
    const w = weights[row] ?? 0;
    if (place < 0 || w === 0) continue;
    sums[place] = (sums[place] ?? 0) + 1;
    sums[place + 1] = (sums[place + 1] ?? 0) + w;
    sums[place + 2] = (sums[place + 2] ?? 0) + w * w;
  }
}

function summed(grouped: Float64Array, cells: number): Float64Array {
  const sums = new Float64Array(cells);
  for (let place = 0; place < grouped.length; place++) {
    const cell = place % cells;
    sums[cell] = (sums[cell] ?? 0) + (grouped[place] ?? 0);
  }
  return sums;
}
