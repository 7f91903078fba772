import type { Coded, Design } from "../design.ts";
import { keyWith } from "./kindKeys.ts";

/** The respondents of the domain who have a weight: one entry each in what follows. */
export interface Inside extends Pick<Design, "weights" | "frequencies" | "squaredWeights"> {
  /** Their places in the file. */
  readonly rows: Int32Array;
  /** The number of what is always told apart. */
  readonly keys: Int32Array;
  readonly ofGroup: Int32Array | null;
  /** Sums over all others, for each group. */
  readonly outside: Float64Array;
}

/** The kinds that occur, by their numbers, and for each some sums over its respondents, `width` of them one after the other. */
export interface KindSums {
  readonly kinds: Int32Array;
  readonly sums: Float64Array;
  readonly width: number;
}

/** Respondents, weights and squared weights. */
export const widthOfKind = 3;
/** Of a number as well: times the weight, times the squared weight, and its square times that. */
export const widthWithNumber = 6;
/** Up to so many possible kinds are summed up each in its place; of more, most of which nobody is, those that occur. */
export const mostAtOnce = 30_000;

/** The usual case in the fewest steps a respondent; reads the last variable while it counts. */
export function allAtOnce(inside: Inside, last: Coded, size: number): KindSums {
  const width = widthOfKind;
  const { weights, outside } = inside;
  const sums = weights === null ? countsInside(inside, last, size) : sumsInside({ ...inside, weights }, last, size);
  add(sums, 0, outside[0] ?? 0, outside[1] ?? 0, outside[2] ?? 0);
  const kinds = new Int32Array(size);
  let found = 0;
  for (let kind = 0; kind < size; kind++) {
    if ((sums[kind * width] ?? 0) === 0) continue;
    sums.copyWithin(found * width, kind * width, (kind + 1) * width);
    kinds[found] = kind;
    found += 1;
  }
  return { kinds: kinds.slice(0, found), sums, width };
}

/**
 * Of respondents who count once each: only they themselves are counted.
 *
 * Two at a time, each into numbers of their own: people one after the other are of the same few kinds, and to add to what
 * has just been written waits for it.
 */
function countsInside({ rows, keys }: Inside, { codes, categories }: Coded, size: number): Float64Array {
  const [counts, others] = [new Int32Array(size), new Int32Array(size)];
  const many = categories + 1;
  const pairs = keys.length - (keys.length % 2);
  for (let place = 0; place < pairs; place += 2) {
    const kind = kindOf(keys[place] ?? 0, many, codes[rows[place] ?? 0] ?? -1);
    const next = kindOf(keys[place + 1] ?? 0, many, codes[rows[place + 1] ?? 0] ?? -1);
    counts[kind] = (counts[kind] ?? 0) + 1;
    others[next] = (others[next] ?? 0) + 1;
  }
  if (pairs < keys.length) {
    const kind = kindOf(keys[pairs] ?? 0, many, codes[rows[pairs] ?? 0] ?? -1);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const sums = new Float64Array(size * widthOfKind);
  for (let kind = 0; kind < size; kind++) {
    const count = (counts[kind] ?? 0) + (others[kind] ?? 0);
    add(sums, kind * widthOfKind, count, count, count);
  }
  return sums;
}

function sumsInside(
  { rows, keys, weights }: Inside & { readonly weights: Float64Array },
  { codes, categories }: Coded,
  size: number,
): Float64Array {
  const [sums, others] = [new Float64Array(size * widthOfKind), new Float64Array(size * widthOfKind)];
  const many = categories + 1;
  const pairs = keys.length - (keys.length % 2);
  for (let place = 0; place < pairs; place += 2) {
    const kind = kindOf(keys[place] ?? 0, many, codes[rows[place] ?? 0] ?? -1);
    const next = kindOf(keys[place + 1] ?? 0, many, codes[rows[place + 1] ?? 0] ?? -1);
    const weight = weights[place] ?? 0;
    const nextWeight = weights[place + 1] ?? 0;
    add(sums, kind * widthOfKind, 1, weight, weight * weight);
    add(others, next * widthOfKind, 1, nextWeight, nextWeight * nextWeight);
  }
  if (pairs < keys.length) {
    const kind = kindOf(keys[pairs] ?? 0, many, codes[rows[pairs] ?? 0] ?? -1);
    const weight = weights[pairs] ?? 0;
    add(sums, kind * widthOfKind, 1, weight, weight * weight);
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (others[at] ?? 0);
  return sums;
}

/** The number of a kind: the first is of all who are outside. */
function kindOf(key: number, many: number, code: number): number {
  return keyWith(key, many, code) + 1;
}

/** All other cases: kinds are found as respondents come, in each group of those drawn together. */
export function asTheyCome(
  { rows, keys, ofGroup, outside, weights, frequencies, squaredWeights }: Inside,
  { size, groups, number }: { size: number; groups: number; number: Float64Array | null },
): KindSums {
  // One more than the place of a kind among those found; 0 for none yet.
  const places = new Int32Array(size * groups);
  const most = Math.min(keys.length + groups, size * groups);
  const kinds = new Int32Array(most);
  const width = number === null ? widthOfKind : widthWithNumber;
  const sums = new Float64Array(most * width);
  let found = 0;
  for (let group = 0; group < groups; group++) {
    if (outside[group * widthOfKind] === 0) continue;
    sums.set(outside.subarray(group * widthOfKind, (group + 1) * widthOfKind), found * width);
    kinds[found] = group * size;
    found += 1;
  }
  for (let respondent = 0; respondent < keys.length; respondent++) {
    const kind = (ofGroup === null ? 0 : (ofGroup[respondent] ?? 0) * size) + (keys[respondent] ?? 0) + 1;
    let place = places[kind] ?? 0;
    if (place === 0) {
      kinds[found] = kind;
      found += 1;
      places[kind] = place = found;
    }
    const frequency = frequencies === null ? 1 : (frequencies[respondent] ?? 0);
    const weight = weights === null ? 1 : (weights[respondent] ?? 0);
    const squaredWeight = squaredWeights === null ? weight * weight : (squaredWeights[respondent] ?? 0);
    const start = (place - 1) * width;
    add(sums, start, frequency, frequency * weight, frequency * squaredWeight);
    if (number === null) continue;
    const value = number[rows[respondent] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const squared = frequency * squaredWeight * value;
    add(sums, start + widthOfKind, frequency * weight * value, squared, squared * value);
  }
  return { kinds: kinds.slice(0, found), sums, width };
}

/** In numbers and not in an object, which would be made for each row. */
// eslint-disable-next-line max-params
export function add(sums: Float64Array, place: number, first: number, second: number, third: number): void {
  sums[place] = (sums[place] ?? 0) + first;
  sums[place + 1] = (sums[place + 1] ?? 0) + second;
  sums[place + 2] = (sums[place + 2] ?? 0) + third;
}
