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
  const means = new Float64Array(size);
  eachUsed(used, design, (row, weight) => {
    for (let item = 0; item < size; item++) means[item] = (means[item] ?? 0) + weight * (items[item]?.[row] ?? 0);
  });
  for (let item = 0; item < size; item++) means[item] = (means[item] ?? 0) / used.weight;
  const covariance = new Float64Array(size * size);
  const distances = new Float64Array(size);
  eachUsed(used, design, (row, weight) => {
    for (let item = 0; item < size; item++) distances[item] = (items[item]?.[row] ?? 0) - (means[item] ?? 0);
    for (let one = 0; one < size; one++) {
      const scaled = weight * (distances[one] ?? 0);
      for (let other = 0; other <= one; other++) {
        const place = one * size + other;
        covariance[place] = (covariance[place] ?? 0) + scaled * (distances[other] ?? 0);
      }
    }
  });
  const divisor = (used.weight * (used.n - 1)) / used.n;
  for (let one = 0; one < size; one++) {
    for (let other = 0; other <= one; other++) {
      const value = (covariance[one * size + other] ?? 0) / divisor;
      covariance[one * size + other] = value;
      covariance[other * size + one] = value;
    }
  }
  return { ...used, size, means, covariance, constantItem: firstConstant(items, used) };
}

function eachUsed(
  { isUsed }: UsedRows,
  { rows, weights, frequencies }: Design,
  visit: (row: number, weight: number) => void,
): void {
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    visit(row, (weights === null ? 1 : (weights[row] ?? 0)) * (frequencies === null ? 1 : (frequencies[row] ?? 0)));
  }
}

/** Told by the values: a sum of squares can miss 0 by its last bit. */
function firstConstant(items: readonly Float64Array[], { isUsed }: UsedRows): number | null {
  const first = isUsed.indexOf(1);
  const place = items.findIndex((item) => item.every((value, row) => isUsed[row] !== 1 || value === item[first]));
  return place < 0 ? null : place;
}
