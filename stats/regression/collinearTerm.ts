import { pivotedCholesky } from "../matrix/solveSymmetric.ts";
import type { ModelMatrix } from "./modelMatrix.ts";
import type { ScoreEquations } from "./scoreEquations.ts";

/**
 * The name of the first term that is constant or follows from those before it; `null` where there is none.
 *
 * @param equations of the matrix, with any coefficients.
 */
export function collinearTerm({ information, decomposed }: ScoreEquations, { columns }: ModelMatrix): string | null {
  const size = columns.length;
  if (decomposed.rank === size) return null;
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
