import type { Calibration, Coded, Design } from "../design.ts";
import { solveSymmetric } from "../matrix/solveSymmetric.ts";

/**
 * Influences less what the margins explain of them: the part of their variation that calibration leaves.
 *
 * The regression is on the dummies of all margins, over all rows of the file, weighted by the base weights. Margins that
 * repeat one another make the equations singular; what is then arbitrary in the coefficients does not show in residuals.
 *
 * @see Deville & Särndal (1992), Journal of the American Statistical Association 87(418).
 */
export function calibrationResiduals(
  influence: readonly Float64Array[],
  { margins, baseWeights }: Calibration,
  { rows, frequencies }: Design,
): Float64Array[] {
  const dummies = dummiesOf(margins);
  const { size, at } = dummies;
  const products = new Float64Array(size * size);
  const right = influence.map(() => new Float64Array(size));
  for (let row = 0; row < rows; row++) {
    const base = baseWeights === null ? 1 : (baseWeights[row] ?? 0);
    const weight = base * (frequencies === null ? 1 : (frequencies[row] ?? 0));
    if (weight === 0) continue;
    const found = dummies.of(row);
    for (let one = 0; one < found; one++) {
      const first = (at[one] ?? 0) * size;
      for (let other = 0; other < found; other++) {
        const place = first + (at[other] ?? 0);
        products[place] = (products[place] ?? 0) + weight;
      }
    }
    for (let sum = 0; sum < influence.length; sum++) {
      const value = weight * (influence[sum]?.[row] ?? 0);
      if (value !== 0) addAt(right[sum], { at, found, value });
    }
  }
  return influence.map((column, sum) => {
    const explained = solveSymmetric(products, right[sum] ?? new Float64Array(size));
    const residuals = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const found = dummies.of(row);
      let rest = column[row] ?? 0;
      for (let one = 0; one < found; one++) rest -= explained[at[one] ?? 0] ?? 0;
      residuals[row] = rest;
    }
    return residuals;
  });
}

/** Where a row's ones stand among the dummies of all margins: `of` says how many, and writes them into `at`. */
function dummiesOf(margins: readonly Coded[]): { size: number; at: Int32Array; of: (row: number) => number } {
  const starts: number[] = [];
  let size = 0;
  for (const { categories } of margins) {
    starts.push(size);
    size += categories;
  }
  const at = new Int32Array(margins.length);
  const of = (row: number): number => {
    let found = 0;
    for (let margin = 0; margin < margins.length; margin++) {
      const code = margins[margin]?.codes[row] ?? -1;
      if (code < 0) continue;
      at[found] = (starts[margin] ?? 0) + code;
      found += 1;
    }
    return found;
  };
  return { size, at, of };
}

function addAt(
  sums: Float64Array | undefined,
  { at, found, value }: { at: Int32Array; found: number; value: number },
): void {
  if (sums === undefined) return;
  for (let one = 0; one < found; one++) {
    const place = at[one] ?? 0;
    sums[place] = (sums[place] ?? 0) + value;
  }
}
