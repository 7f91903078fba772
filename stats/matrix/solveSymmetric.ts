/**
 * Solves A x = b for a symmetric, positive semidefinite A by Cholesky's decomposition with pivots; coefficients that
 * the equations leave open are 0.
 *
 * @param matrix A, row by row; not changed.
 * @param right b; not changed.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  return solveDecomposed(pivotedCholesky(matrix, right.length), right);
}

/** Solves A x = b for an A that is decomposed already: one decomposition serves many b. */
export function solveDecomposed({ factor, order, rank }: PivotedCholesky, right: Float64Array): Float64Array {
  const size = right.length;
  const half = new Float64Array(rank);
  for (let row = 0; row < rank; row++) {
    let rest = right[order[row] ?? 0] ?? 0;
    for (let column = 0; column < row; column++) rest -= (factor[row * size + column] ?? 0) * (half[column] ?? 0);
    half[row] = rest / (factor[row * size + row] ?? 1);
  }
  const solution = new Float64Array(size);
  for (let row = rank - 1; row >= 0; row--) {
    let rest = half[row] ?? 0;
    for (let later = row + 1; later < rank; later++)
      rest -= (factor[later * size + row] ?? 0) * (solution[order[later] ?? 0] ?? 0);
    solution[order[row] ?? 0] = rest / (factor[row * size + row] ?? 1);
  }
  return solution;
}

/** A lower triangle whose product with its transpose is the matrix in the order of the pivots. */
export interface PivotedCholesky {
  readonly factor: Float64Array;
  readonly order: Int32Array;
  /** Pivots that are not zero; what comes after them depends on what came before, and above the triangle is nothing meant. */
  readonly rank: number;
}

/** A pivot below this part of the largest is rounding. */
const tolerance = 1e-11;

/**
 * Decomposes a symmetric, positive semidefinite matrix, the largest pivots first.
 *
 * Column by column, so that what is summed up lies side by side in memory.
 */
export function pivotedCholesky(matrix: Float64Array, size: number): PivotedCholesky {
  const factor = Float64Array.from(matrix);
  const order = Int32Array.from({ length: size }, (_, place) => place);
  // What is left of the diagonal once the columns found are taken from it.
  const rest = Float64Array.from(order, (place) => factor[place * size + place] ?? 0);
  const least = tolerance * rest.reduce((most, value) => Math.max(most, value), 0);
  for (let step = 0; step < size; step++) {
    let pivot = step;
    for (let place = step + 1; place < size; place++) if ((rest[place] ?? 0) > (rest[pivot] ?? 0)) pivot = place;
    if (!((rest[pivot] ?? 0) > least)) return { factor, order, rank: step };
    exchange(rest, step, pivot);
    swap({ factor, order, size }, step, pivot);
    const root = Math.sqrt(rest[step] ?? 0);
    const own = step * size;
    factor[own + step] = root;
    for (let row = step + 1; row < size; row++) {
      const start = row * size;
      let value = factor[start + step] ?? 0;
      for (let column = 0; column < step; column++)
        value -= (factor[start + column] ?? 0) * (factor[own + column] ?? 0);
      value /= root;
      factor[start + step] = value;
      rest[row] = (rest[row] ?? 0) - value * value;
    }
  }
  return { factor, order, rank: size };
}

function swap(
  { factor, order, size }: { factor: Float64Array; order: Int32Array; size: number },
  one: number,
  other: number,
): void {
  if (one === other) return;
  for (let place = 0; place < size; place++) exchange(factor, one * size + place, other * size + place);
  for (let place = 0; place < size; place++) exchange(factor, place * size + one, place * size + other);
  exchange(order, one, other);
}

function exchange(values: Float64Array | Int32Array, one: number, other: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = kept;
}
