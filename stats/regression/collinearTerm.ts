import { pivotedCholesky } from "../matrix/solveSymmetric.ts";
import type { ModelMatrix } from "./modelMatrix.ts";

/**
 * The name of the first term that is constant or follows from those before it; `null` where there is none.
 *
 * @param information X'WX of the matrix, row by row, or a multiple of it.
 */
export function collinearTerm(information: Float64Array, { columns }: ModelMatrix): string | null {
  const size = columns.length;
  if (pivotedCholesky(information, size).rank === size) return null;
  for (let upTo = 2; upTo < size; upTo++)
    if (pivotedCholesky(leading(information, size, upTo), upTo).rank < upTo) return columns[upTo - 1]?.term ?? null;
  return columns.at(-1)?.term ?? null;
}

function leading(matrix: Float64Array, size: number, upTo: number): Float64Array {
  return Float64Array.from(
    { length: upTo * upTo },
    (_, place) => matrix[Math.floor(place / upTo) * size + (place % upTo)] ?? 0,
  );
}
