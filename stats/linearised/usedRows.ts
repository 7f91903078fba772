import type { Design } from "../design.ts";
import type { Domain } from "./linearised.ts";

/** The rows an estimate is made from, and their size. */
export interface UsedRows {
  readonly isUsed: Uint8Array;
  readonly n: number;
  readonly weight: number;
  readonly squaredWeight: number;
}

/**
 * The rows of a domain that have an answer and a positive weight.
 *
 * @param values one entry a row; not a number means no answer. Further variables must be answered too.
 */
export function usedRows(variables: readonly Float64Array[], design: Design, domain: Domain): UsedRows {
  const { rows, weights, frequencies, squaredWeights } = design;
  const isUsed = new Uint8Array(rows);
  let n = 0;
  let weight = 0;
  let squaredWeight = 0;
  for (let row = 0; row < rows; row++) {
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    if (w === 0 || frequency === 0 || (domain !== null && domain[row] !== 1)) continue;
    if (!isAnswered(variables, row)) continue;
    isUsed[row] = 1;
    n += frequency;
    weight += frequency * w;
    squaredWeight += frequency * (squaredWeights === null ? w * w : (squaredWeights[row] ?? 0));
  }
  return { isUsed, n, weight, squaredWeight };
}

function isAnswered(variables: readonly Float64Array[], row: number): boolean {
  for (const values of variables) if (Number.isNaN(values[row] ?? Number.NaN)) return false;
  return true;
}

/** Sum over the used rows of weight times a value. */
export function weightedSum(
  values: Float64Array,
  { isUsed }: UsedRows,
  { rows, weights, frequencies }: Design,
): number {
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    // Kahan's summation: no digits are lost over many rows.
    const part = frequency * w * (values[row] ?? 0) - lost;
    const next = sum + part;
    lost = next - sum - part;
    sum = next;
  }
  return sum;
}
