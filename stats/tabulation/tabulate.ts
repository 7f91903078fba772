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
  const isPlain = by === null && design.frequencies === null;
  if (isPlain && drawn.clusterOf === null && drawn.stratumOf === null)
    return plainly(coded, weightsOf(design, domain), drawn);
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
  const { rows, weights, frequencies, squaredWeights } = design;
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
    squared[place] = (squared[place] ?? 0) + frequency * (squaredWeights === null ? w * w : (squaredWeights[row] ?? 0));
  }
  const sums = { cells, count, drawn, weight: summed(weight, cells), squaredWeight: summed(squared, cells) };
  const isApart = groupOf !== null;
  return { ...sums, groupWeight: isApart ? weight : null, groupSquaredWeight: isApart ? squared : null };
}

/** Sums kept for each cell: answers, weight, squared weight. */
const width = 3;
/**
 * Rows that follow one another add to sums of their own: an addition that waits for the one before it takes half as long
 * again.
 */
const lanes = 4;

/** The usual case, most questions of most studies, in the fewest steps a row. */
function plainly({ codes, categories: cells }: Coded, weights: Float64Array, drawn: Drawn): Tabulation {
  // The first cell is of those who did not answer: counting them is quicker than telling them apart.
  const lane = (cells + 1) * width;
  const sums = new Float64Array(lane * lanes);
  if (codes instanceof Int8Array) weighTicks(codes, weights, { sums, lane });
  else weighCodes(codes, weights, { sums, lane });
  const of = (place: number): Float64Array => {
    const total = new Float64Array(cells);
    for (let at = width; at < sums.length; at += width) {
      const cell = (at % lane) / width - 1;
      if (cell >= 0) total[cell] = (total[cell] ?? 0) + (sums[at + place] ?? 0);
    }
    return total;
  };
  const sumsOfCells = { count: of(0), weight: of(1), squaredWeight: of(2) };
  return { cells, ...sumsOfCells, groupWeight: null, groupSquaredWeight: null, drawn };
}

const ones = new WeakMap<Design, Float64Array>();
const within = new WeakMap<Uint8Array, { readonly design: Design; readonly weights: Float64Array }>();

/**
 * Weights in any case, each 1 where there are none, and 0 outside the domain: one kind of loop is quicker than several.
 * Those of a design, and those of the design that a domain was last looked at with, are made once.
 */
function weightsOf(design: Design, domain: Domain): Float64Array {
  const all = design.weights ?? ones.get(design) ?? new Float64Array(design.rows).fill(1);
  if (design.weights === null) ones.set(design, all);
  if (domain === null) return all;
  const known = within.get(domain);
  if (known?.design === design) return known.weights;
  const weights = new Float64Array(design.rows);
  for (let row = 0; row < weights.length; row++) if (domain[row] === 1) weights[row] = all[row] ?? 0;
  within.set(domain, { design, weights });
  return weights;
}

interface Sums {
  readonly sums: Float64Array;
  readonly lane: number;
}

/** The same twice, because a loop that meets arrays of several kinds takes twice as long. */
function weighTicks(codes: Int8Array, weights: Float64Array, { sums, lane }: Sums): void {
  const whole = codes.length - (codes.length % lanes);
  for (let row = 0; row < whole; row += lanes) {
    add(sums, placeOf(codes[row]), weights[row] ?? 0);
    add(sums, lane + placeOf(codes[row + 1]), weights[row + 1] ?? 0);
    add(sums, 2 * lane + placeOf(codes[row + 2]), weights[row + 2] ?? 0);
    add(sums, 3 * lane + placeOf(codes[row + 3]), weights[row + 3] ?? 0);
  }
  for (let row = whole; row < codes.length; row++) add(sums, placeOf(codes[row]), weights[row] ?? 0);
}

function weighCodes(codes: Coded["codes"], weights: Float64Array, { sums, lane }: Sums): void {
  const whole = codes.length - (codes.length % lanes);
  for (let row = 0; row < whole; row += lanes) {
    add(sums, placeOf(codes[row]), weights[row] ?? 0);
    add(sums, lane + placeOf(codes[row + 1]), weights[row + 1] ?? 0);
    add(sums, 2 * lane + placeOf(codes[row + 2]), weights[row + 2] ?? 0);
    add(sums, 3 * lane + placeOf(codes[row + 3]), weights[row + 3] ?? 0);
  }
  for (let row = whole; row < codes.length; row++) add(sums, placeOf(codes[row]), weights[row] ?? 0);
}

const placeOf = (code: number | undefined): number => (Math.max(code ?? -1, -1) + 1) * width;

function add(sums: Float64Array, place: number, weight: number): void {
  sums[place] = (sums[place] ?? 0) + Number(weight > 0);
  sums[place + 1] = (sums[place + 1] ?? 0) + weight;
  sums[place + 2] = (sums[place + 2] ?? 0) + weight * weight;
}

function summed(grouped: Float64Array, cells: number): Float64Array {
  const sums = new Float64Array(cells);
  for (let place = 0; place < grouped.length; place++) {
    const cell = place % cells;
    sums[cell] = (sums[cell] ?? 0) + (grouped[place] ?? 0);
  }
  return sums;
}
