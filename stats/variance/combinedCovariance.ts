import type { KnownCovariance } from "./strataSum.ts";

/**
 * Covariances of linear combinations of sums, from the covariances of the sums: A V A'.
 *
 * Costs combinations x sums x (sums + combinations), less where slopes are 0.
 *
 * @param slopes for each combination one entry a sum: how fast it grows with the sum.
 */
export function combinedCovariance(
  slopes: readonly Float64Array[],
  { matrix, size }: KnownCovariance,
): KnownCovariance {
  const combinations = slopes.length;
  const covariance = new Float64Array(combinations * combinations);
  for (const [row, of] of slopes.entries()) {
    const withSums = new Float64Array(size);
    for (let sum = 0; sum < size; sum++) {
      const slope = of[sum] ?? 0;
      if (slope === 0) continue;
      for (let other = 0; other < size; other++)
        withSums[other] = (withSums[other] ?? 0) + slope * (matrix[sum * size + other] ?? 0);
    }
    for (let column = 0; column <= row; column++) {
      const value = product(withSums, slopes[column] ?? withSums);
      covariance[row * combinations + column] = value;
      covariance[column * combinations + row] = value;
    }
  }
  return { kind: "covariance", size: combinations, matrix: covariance };
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
