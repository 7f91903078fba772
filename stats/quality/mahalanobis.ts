import { createDesign } from "../design.ts";
import { chiSquareQuantile } from "../distributions/chiSquare.ts";
import { itemMoments } from "../items/itemMoments.ts";
import { pivotedCholesky } from "../matrix/solveSymmetric.ts";

/** How far each respondent's answers to a battery are from those of all, or that it cannot be said. */
export type Mahalanobis =
  | {
      readonly kind: "distances";
      /** Squared; one entry a row, not a number for those who left an item out. */
      readonly squared: Float64Array;
      /** Distances above it are rarer than one in a thousand among normal answers. */
      readonly limit: number;
      /** 1 above the limit, else 0. */
      readonly isFar: Uint8Array;
    }
  | { readonly kind: "singular-covariance" };

/**
 * Mahalanobis' distances over the respondents who answered every item, without weights. Weak alone: it finds the rare as
 * well as the careless.
 *
 * @param items for each item one entry a row; not a number for no answer.
 * @see Meade & Craig (2012), Psychological Methods 17(3).
 */
export function mahalanobis(items: readonly Float64Array[]): Mahalanobis {
  const rows = items[0]?.length ?? 0;
  const size = items.length;
  const { isUsed, n, means, covariance } = itemMoments(items, createDesign({ rows }), null);
  if (n < 2) return { kind: "singular-covariance" };
  const { factor, order, rank } = pivotedCholesky(covariance, size);
  if (rank < size) return { kind: "singular-covariance" };
  const squared = new Float64Array(rows).fill(Number.NaN);
  const half = new Float64Array(size);
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    let sum = 0;
    for (let place = 0; place < size; place++) {
      const item = order[place] ?? 0;
      let rest = (items[item]?.[row] ?? 0) - (means[item] ?? 0);
      for (let before = 0; before < place; before++) rest -= (factor[place * size + before] ?? 0) * (half[before] ?? 0);
      half[place] = rest / (factor[place * size + place] ?? 1);
      sum += (half[place] ?? 0) ** 2;
    }
    squared[row] = sum;
  }
  const limit = chiSquareQuantile(0.999, size);
  return { kind: "distances", squared, limit, isFar: Uint8Array.from(squared, (value) => Number(value > limit)) };
}
