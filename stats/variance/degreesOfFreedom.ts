import type { Design } from "../design.ts";

/**
 * Clusters less strata, counted over the rows an estimate is made from; a row is its own cluster where there are none.
 *
 * @param isUsed one entry a row: 1 in the domain, answered and of positive weight, else 0.
 * @param used how many of them are 1.
 */
export function degreesOfFreedom(isUsed: Uint8Array, used: number, { strata, clusters, rows }: Design): number {
  if (strata === null && clusters === null) return used - 1;
  const seenStrata = new Set<number>();
  const seenClusters = new Set<string>();
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const stratum = strata?.[row] ?? 0;
    seenStrata.add(stratum);
    if (clusters !== null) seenClusters.add(`${stratum}:${clusters[row] ?? 0}`);
  }
  return (clusters === null ? used : seenClusters.size) - seenStrata.size;
}
