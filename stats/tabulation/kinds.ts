import { createDesign, type Coded, type Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { drawnIn } from "../variance/drawn.ts";
import { scratchOf, withCodes } from "./kindKeys.ts";
import {
  add,
  allAtOnce,
  asTheyCome,
  mostAtOnce,
  widthOfKind,
  widthWithNumber,
  type Inside,
  type KindSums,
} from "./kindSums.ts";

/** Respondents alike in some variables put together: a row is a kind of respondents, and what is estimated the same. */
export interface Kinds {
  readonly design: Design;
  /** For each variable one entry a row; -1 for no answer, and outside the domain. */
  readonly codes: readonly Int32Array[];
  /** One entry a row: 1 for the kinds of the domain who have a weight, 0 for all others together. */
  readonly domain: Uint8Array;
  /** The number that was to be summed up; `null` where none was. */
  readonly summed: SummedNumber | null;
}

/** A number of respondents who need not be alike in it, in sums over those of each row. */
export interface SummedNumber {
  /** Its mean by the respondents' weights. */
  readonly means: Float64Array;
  /** The sum of squared weight times number. */
  readonly bySquaredWeight: Float64Array;
  /** The sum of squared weight times squared number. */
  readonly squares: Float64Array;
}

/** Beyond so many possible kinds the table that they are summed up in costs more than the rows it saves. */
const mostKinds = (rows: number): number => Math.min(1_000_000, 100_000 + 16 * rows);

/**
 * Puts respondents together who are alike in variables, and drawn together: there are far fewer kinds of people than
 * people, and all that follows costs a step a kind. Whoever is outside the domain or has no weight still counts as drawn.
 *
 * Takes a pass over the rows for what is always told apart, and then for each question that is asked a pass a variable over
 * those of the domain.
 *
 * @param always what respondents are told apart by in all that is asked; its codes come first.
 * @returns what finds the kinds, and sums up a number of their respondents (one entry a row; not a number adds nothing);
 *   `null` where they are not to be had: variables with too many codes between them, and calibrated weights, of whose
 *   errors more must be known of each row.
 */
export function kindsAmong(
  always: readonly Coded[],
  design: Design,
  domain: Domain,
): (variables: readonly Coded[], number?: Float64Array) => Kinds | null {
  const drawn = drawnIn(design);
  const group = drawn.clusterOf ?? drawn.stratumOf;
  const groups = group === null ? 1 : drawn.clusterOf === null ? drawn.strata : drawn.stratumOfCluster.length;
  const possibleAlways = possible(always);
  const most = mostKinds(design.rows);
  if (design.calibration !== null || (possibleAlways + 1) * groups > most) return () => null;
  let found: Inside | null = null;
  return (variables, number) => {
    const size = possibleAlways * possible(variables) + 1;
    if (size * groups > most) return null;
    const inside = (found ??= insideOf(always, design, { domain, group, groups }));
    const isPlain = group === null && design.frequencies === null && size <= mostAtOnce && number === undefined;
    const last = isPlain ? variables.at(-1) : undefined;
    let keys = inside.keys;
    for (const variable of last === undefined ? variables : variables.slice(0, -1))
      keys = withCodes(inside.rows, keys, variable, scratchOf(keys.length));
    const sums =
      last === undefined
        ? asTheyCome({ ...inside, keys }, { size, groups, number: number ?? null })
        : allAtOnce({ ...inside, keys }, last, size);
    return kindsFrom(sums, [...always, ...variables], { design, size, groupRows: firstRows(group, groups) });
  };
}

/** How many kinds variables can make, no answer being one of the codes. */
function possible(variables: readonly Coded[]): number {
  return variables.reduce((product, { categories }) => product * (categories + 1), 1);
}

/** Who is outside the domain is summed up once: what is asked then costs a step for each respondent inside. */
function insideOf(
  always: readonly Coded[],
  { rows: all, weights, frequencies, squaredWeights }: Design,
  { domain, group, groups }: { domain: Domain; group: Int32Array | null; groups: number },
): Inside {
  const places = scratchOf(all);
  const outside = new Float64Array(groups * widthOfKind);
  let count = 0;
  for (let row = 0; row < all; row++) {
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    if (frequency === 0) continue;
    if (weight !== 0 && (domain === null || domain[row] === 1)) {
      places[count] = row;
      count += 1;
      continue;
    }
    const squaredWeight = squaredWeights === null ? weight * weight : (squaredWeights[row] ?? 0);
    const start = (group === null ? 0 : (group[row] ?? 0)) * widthOfKind;
    add(outside, start, frequency, frequency * weight, frequency * squaredWeight);
  }
  const rows = places.slice(0, count);
  const keys = new Int32Array(count);
  for (const variable of always) withCodes(rows, keys, variable, keys);
  const of = (column: Float64Array | null): Float64Array | null => (column === null ? null : numbersAt(rows, column));
  return {
    ...{ rows, keys, outside, weights: unlessAllOne(of(weights)) },
    ...{ frequencies: of(frequencies), squaredWeights: of(squaredWeights) },
    ofGroup: group === null ? null : rows.map((row) => group[row] ?? 0),
  };
}

/** Where only those have no weight who are left out, the others are merely counted. */
function unlessAllOne(weights: Float64Array | null): Float64Array | null {
  return weights === null || weights.every((weight) => weight === 1) ? null : weights;
}

function numbersAt(rows: Int32Array, column: Float64Array): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) numbers[place] = column[rows[place] ?? 0] ?? 0;
  return numbers;
}

/** A row of each group, to know its stratum and cluster by; `null` where there is a single group. */
function firstRows(ofGroup: Int32Array | null, groups: number): Int32Array | null {
  if (ofGroup === null) return null;
  const rows = new Int32Array(groups);
  for (let row = ofGroup.length - 1; row >= 0; row--) rows[ofGroup[row] ?? 0] = row;
  return rows;
}

/** Loops, because a callback for each kind and variable takes as long as all that follows. */
function kindsFrom(
  { kinds: found, sums, width }: KindSums,
  variables: readonly Coded[],
  { design, size, groupRows }: { design: Design; size: number; groupRows: Int32Array | null },
): Kinds {
  const frequencies = new Float64Array(found.length);
  const weights = new Float64Array(found.length);
  const squaredWeights = new Float64Array(found.length);
  const domain = new Uint8Array(found.length);
  for (let row = 0; row < found.length; row++) {
    const frequency = sums[row * width] ?? 1;
    frequencies[row] = frequency;
    weights[row] = (sums[row * width + 1] ?? 0) / frequency;
    squaredWeights[row] = (sums[row * width + 2] ?? 0) / frequency;
    domain[row] = Number((found[row] ?? 0) % size > 0);
  }
  const fromGroup = (places: Int32Array | null): Int32Array | null =>
    places === null ? null : found.map((kind) => places[groupRows?.[Math.floor(kind / size)] ?? 0] ?? 0);
  return {
    codes: codesOf(found, variables, size),
    domain,
    summed: width === widthOfKind ? null : summedNumber(found.length, sums),
    design: createDesign({
      rows: found.length,
      frequencies,
      weights,
      squaredWeights,
      strata: fromGroup(design.strata),
      clusters: fromGroup(design.clusters),
      lonelyClusters: design.lonelyClusters,
    }),
  };
}

function summedNumber(rows: number, sums: Float64Array): SummedNumber {
  const means = new Float64Array(rows);
  const bySquaredWeight = new Float64Array(rows);
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * widthWithNumber;
    const weight = sums[start + 1] ?? 0;
    means[row] = weight === 0 ? 0 : (sums[start + widthOfKind] ?? 0) / weight;
    bySquaredWeight[row] = sums[start + widthOfKind + 1] ?? 0;
    squares[row] = sums[start + widthOfKind + 2] ?? 0;
  }
  return { means, bySquaredWeight, squares };
}

function codesOf(found: Int32Array, variables: readonly Coded[], size: number): Int32Array[] {
  let step = 1;
  return [...variables]
    .reverse()
    .map(({ categories }) => {
      const codes = new Int32Array(found.length);
      const many = categories + 1;
      for (let row = 0; row < codes.length; row++) {
        const key = ((found[row] ?? 0) % size) - 1;
        codes[row] = key < 0 ? -1 : (Math.trunc(key / step) % many) - 1;
      }
      step *= many;
      return codes;
    })
    .reverse();
}
