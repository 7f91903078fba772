import type { Design } from "../design.ts";
import { drawnIn } from "./drawn.ts";

/**
 * Clusters less strata, counted over the rows an estimate is made from; a respondent is its own cluster where there are
 * none.
 *
 * @param isUsed one entry a row: 1 in the domain, answered and of positive weight, else 0.
 */
export function degreesOfFreedom(isUsed: Uint8Array, design: Design): number {
  const { rows, frequencies } = design;
  const { strata, stratumOf, clusterOf, stratumOfCluster } = drawnIn(design);
  if (stratumOf === null && clusterOf === null) return respondentsIn(isUsed, design) - Number(isUsed.includes(1));
  const seenStrata = new Uint8Array(strata);
  const seenClusters = new Uint8Array(stratumOfCluster.length);
  let respondents = 0;
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    respondents += frequencies === null ? 1 : (frequencies[row] ?? 0);
    seenStrata[stratumOf === null ? 0 : (stratumOf[row] ?? 0)] = 1;
    if (clusterOf !== null) seenClusters[clusterOf[row] ?? 0] = 1;
  }
  return (clusterOf === null ? respondents : ones(seenClusters)) - ones(seenStrata);
}

function respondentsIn(isUsed: Uint8Array, { rows, frequencies }: Design): number {
  let respondents = 0;
  if (frequencies === null) for (let row = 0; row < rows; row++) respondents += isUsed[row] ?? 0;
  else for (let row = 0; row < rows; row++) respondents += (isUsed[row] ?? 0) * (frequencies[row] ?? 0);
  return respondents;
}

function ones(marks: Uint8Array): number {
  let sum = 0;
  for (const mark of marks) sum += mark;
  return sum;
}
