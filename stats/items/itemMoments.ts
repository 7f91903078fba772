import type { Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { usedRows, type UsedRows } from "../linearised/usedRows.ts";

/** Means and covariances of items over those who answered them all, and who these are. */
export interface ItemMoments extends UsedRows {
  /** Items. */
  readonly size: number;
  readonly means: Float64Array;
  /** Row by row, `size` squared; n - 1 is the divisor where nobody has a weight. Not a number for fewer than two people. */
  readonly covariance: Float64Array;
  /** Place of the first item that everyone answered alike; `null` where there is none. */
  readonly constantItem: number | null;
}

/**
 * Means and covariances of items, weighted, over the rows of a domain in which every item is answered. Takes as many
 * steps as there are rows, times the square of the items.
 *
 * @param items for each item one entry a row; not a number means no answer.
 */
export function itemMoments(items: readonly Float64Array[], design: Design, domain: Domain): ItemMoments {
  const used = usedRows(items, design, domain);
  const size = items.length;
  const { answers, weights } = answersOf(items, used, design);
  const people = weights.length;
  const means = new Float64Array(size);
  for (let row = 0; row < people; row++) {
    const weight = weights[row] ?? 0;
    for (let item = 0; item < size; item++)
      means[item] = (means[item] ?? 0) + weight * (answers[row * size + item] ?? 0);
  }
  for (let item = 0; item < size; item++) means[item] = (means[item] ?? 0) / used.weight;
  const covariance = new Float64Array(size * size);
  const distances = new Float64Array(size);
  for (let row = 0; row < people; row++) {
    const weight = weights[row] ?? 0;
    for (let item = 0; item < size; item++) distances[item] = (answers[row * size + item] ?? 0) - (means[item] ?? 0);
    for (let one = 0; one < size; one++) {
      const scaled = weight * (distances[one] ?? 0);
      for (let other = 0; other <= one; other++) {
        const place = one * size + other;
        covariance[place] = (covariance[place] ?? 0) + scaled * (distances[other] ?? 0);
      }
    }
  }
  const divisor = (used.weight * (used.n - 1)) / used.n;
  for (let one = 0; one < size; one++) {
    for (let other = 0; other <= one; other++) {
      const value = (covariance[one * size + other] ?? 0) / divisor;
      covariance[one * size + other] = value;
      covariance[other * size + one] = value;
    }
  }
  return { ...used, size, means, covariance, constantItem: firstConstant(answers, size) };
}

/** The answers of the used rows side by side, a row after the other, and the weights of these times their frequencies. */
function answersOf(
  items: readonly Float64Array[],
  { isUsed }: UsedRows,
  { rows, weights, frequencies }: Design,
): { answers: Float64Array; weights: Float64Array } {
  const size = items.length;
  const rowsUsed = new Int32Array(rows);
  let people = 0;
  for (let row = 0; row < rows; row++) if (isUsed[row] === 1) rowsUsed[people++] = row;
  const answers = new Float64Array(people * size);
  for (const [item, values] of items.entries())
    for (let place = 0; place < people; place++) answers[place * size + item] = values[rowsUsed[place] ?? 0] ?? 0;
  const own = new Float64Array(people);
  for (let place = 0; place < people; place++) {
    const row = rowsUsed[place] ?? 0;
    own[place] = (weights === null ? 1 : (weights[row] ?? 0)) * (frequencies === null ? 1 : (frequencies[row] ?? 0));
  }
  return { answers, weights: own };
}

/** Told by the values: a sum of squares can miss 0 by its last bit. */
function firstConstant(answers: Float64Array, size: number): number | null {
  for (let item = 0; item < size; item++) {
    let place = item;
    while (place < answers.length && answers[place] === answers[item]) place += size;
    if (place >= answers.length) return item;
  }
  return null;
}
