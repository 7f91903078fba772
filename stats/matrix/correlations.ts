/**
 * The correlations that belong to covariances.
 *
 * @param covariance row by row; its diagonal must be positive. Not changed.
 */
export function correlations(covariance: Float64Array, size: number): Float64Array {
  const roots = Float64Array.from({ length: size }, (_, place) => Math.sqrt(covariance[place * size + place] ?? 0));
  return covariance.map((value, place) => {
    const row = Math.floor(place / size);
    const column = place % size;
    return row === column ? 1 : value / ((roots[row] ?? 1) * (roots[column] ?? 1));
  });
}
