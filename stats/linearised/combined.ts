import type { Design } from "../design.ts";
import type { Linearised } from "./linearised.ts";

/** A statistic and how fast the combination grows with it. */
export interface Part {
  readonly of: Linearised;
  readonly slope: number;
}

/**
 * A statistic made of others, by the delta method: its influence is theirs times the slopes, so that it knows how they
 * vary together.
 *
 * @param value the combination at the parts' values.
 */
export function combined(value: number, parts: readonly Part[], design: Design): Linearised {
  const { rows, weights, frequencies, squaredWeights } = design;
  const influence = new Float64Array(rows);
  const isUsed = new Uint8Array(rows);
  for (const { of, slope } of parts) {
    for (let row = 0; row < rows; row++) {
      if (of.isUsed[row] !== 1) continue;
      isUsed[row] = 1;
      influence[row] = (influence[row] ?? 0) + slope * (of.influence[row] ?? 0);
    }
  }
  let n = 0;
  let weight = 0;
  let squaredWeight = 0;
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    n += frequency;
    weight += frequency * w;
    squaredWeight += frequency * (squaredWeights === null ? w * w : (squaredWeights[row] ?? 0));
  }
  return { value, influence, isUsed, n, weight, squaredWeight };
}
