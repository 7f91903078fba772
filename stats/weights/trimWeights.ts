/**
 * Cuts weights off at absolute bounds and gives what was cut, in equal parts, to the rows within them, so that the sum
 * stays; as R's `survey::trimWeights` does. It does not keep margins: `rakeTrimmed` does.
 *
 * @param weights one entry a row, zero or positive.
 */
export function trimWeights(weights: Float64Array, bounds: { lower: number; upper: number }): Float64Array {
  const { trimmed, isOutside } = cut(weights, bounds);
  const inside = weights.length - isOutside.reduce((count, mark) => count + mark, 0);
  if (inside === 0) return trimmed;
  const each = (sumOf(weights) - sumOf(trimmed)) / inside;
  for (let row = 0; row < trimmed.length; row++) if (isOutside[row] === 0) trimmed[row] = (trimmed[row] ?? 0) + each;
  return trimmed;
}

/** The same, repeated until no weight is outside the bounds, or those within cannot take more. */
export function trimWeightsStrictly(weights: Float64Array, bounds: { lower: number; upper: number }): Float64Array {
  const mostRounds = 1000;
  let trimmed = trimWeights(weights, bounds);
  for (let round = 0; round < mostRounds && isAnyOutside(trimmed, bounds); round++)
    trimmed = trimWeights(trimmed, bounds);
  return trimmed;
}

function cut(
  weights: Float64Array,
  { lower, upper }: { lower: number; upper: number },
): { trimmed: Float64Array; isOutside: Uint8Array } {
  const isOutside = Uint8Array.from(weights, (weight) => Number(weight < lower || weight > upper));
  return { trimmed: weights.map((weight) => Math.min(upper, Math.max(lower, weight))), isOutside };
}

function isAnyOutside(weights: Float64Array, { lower, upper }: { lower: number; upper: number }): boolean {
  return weights.some((weight) => weight < lower || weight > upper);
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}
