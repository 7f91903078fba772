/** The largest eigenvalue of a symmetric matrix, by size and not by distance from 0, and its vector of length 1. */
export interface Eigen {
  readonly value: number;
  readonly vector: Float64Array;
}

const mostSweeps = 60;

/**
 * Finds the largest eigenvalue and its vector by Jacobi's rotations, which end with all digits whatever the matrix. Takes
 * some ten times the cube of its size.
 *
 * @param matrix symmetric, row by row; not changed.
 * @see Golub & Van Loan (2013), Matrix Computations, section 8.5.
 */
export function largestEigenvector(matrix: Float64Array, size: number): Eigen {
  const rotated = Float64Array.from(matrix);
  // A vector a row.
  const vectors = Float64Array.from(matrix, (_, place) => Number(place % (size + 1) === 0));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let isDiagonal = true;
    for (let one = 0; one < size; one++)
      for (let other = one + 1; other < size; other++)
        if (rotate({ rotated, vectors, size }, one, other)) isDiagonal = false;
    if (isDiagonal) break;
  }
  let largest = 0;
  for (let place = 1; place < size; place++)
    if ((rotated[place * size + place] ?? 0) > (rotated[largest * size + largest] ?? 0)) largest = place;
  return {
    value: rotated[largest * size + largest] ?? 0,
    vector: vectors.slice(largest * size, (largest + 1) * size),
  };
}

/** Turns two axes so that their entry becomes 0; false where it is nothing beside their own. */
function rotate(
  { rotated, vectors, size }: { rotated: Float64Array; vectors: Float64Array; size: number },
  one: number,
  other: number,
): boolean {
  const between = rotated[one * size + other] ?? 0;
  const ofOne = rotated[one * size + one] ?? 0;
  const ofOther = rotated[other * size + other] ?? 0;
  if (Math.abs(between) <= 1e-17 * (Math.abs(ofOne) + Math.abs(ofOther))) return false;
  const half = (ofOther - ofOne) / (2 * between);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const turn = { cosine, sine: tangent * cosine };
  for (let place = 0; place < size; place++) turnPair(rotated, [one * size + place, other * size + place], turn);
  for (let place = 0; place < size; place++) turnPair(rotated, [place * size + one, place * size + other], turn);
  for (let place = 0; place < size; place++) turnPair(vectors, [one * size + place, other * size + place], turn);
  rotated[one * size + other] = 0;
  rotated[other * size + one] = 0;
  return true;
}

function turnPair(
  values: Float64Array,
  [one, other]: readonly [number, number],
  { cosine, sine }: { cosine: number; sine: number },
): void {
  const first = values[one] ?? 0;
  const second = values[other] ?? 0;
  values[one] = cosine * first - sine * second;
  values[other] = sine * first + cosine * second;
}
