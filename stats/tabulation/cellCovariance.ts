import type { LonelyClusterRule } from "../design.ts";
import { clusterSpreads } from "../variance/influenceCovariance.ts";
import { strataSum, type Covariance, type StratumSpread } from "../variance/strataSum.ts";
import type { Tabulation } from "./tabulate.ts";

/**
 * Covariances of weighted sums whose influence depends on a row's cell alone: the same numbers as `influenceCovariance`
 * gives, from the counts instead of the rows.
 *
 * @param influence for each sum one entry a cell: its influence per unit of weight; 0 for cells outside the domain.
 */
export function cellCovariance(
  influence: readonly Float64Array[],
  tabulation: Tabulation,
  rule: LonelyClusterRule,
): Covariance {
  const { drawn } = tabulation;
  const spreads =
    drawn.clusterOf === null
      ? respondentSpreads(influence, tabulation)
      : clusterSpreads(clusterTotals(influence, tabulation), drawn);
  return strataSum(influence.length, rule, spreads);
}

function* respondentSpreads(influence: readonly Float64Array[], tabulation: Tabulation): Generator<StratumSpread> {
  const { cells, drawn } = tabulation;
  const weight = tabulation.groupWeight ?? tabulation.weight;
  const squared = tabulation.groupSquaredWeight ?? tabulation.squaredWeight;
  const size = influence.length;
  for (let stratum = 0; stratum < drawn.strata; stratum++) {
    const clusters = drawn.clustersIn[stratum] ?? 0;
    const uncentred = new Float64Array(size * size);
    const sums = new Float64Array(size);
    for (let cell = 0; cell < cells; cell++) {
      const place = stratum * cells + cell;
      const squares = squared[place] ?? 0;
      if (squares === 0) continue;
      for (let row = 0; row < size; row++) {
        const value = influence[row]?.[cell] ?? 0;
        if (value === 0) continue;
        sums[row] = (sums[row] ?? 0) + (weight[place] ?? 0) * value;
        for (let column = 0; column < size; column++) {
          const at = row * size + column;
          uncentred[at] = (uncentred[at] ?? 0) + squares * value * (influence[column]?.[cell] ?? 0);
        }
      }
    }
    const centred = uncentred.map(
      (value, place) => value - ((sums[Math.floor(place / size)] ?? 0) * (sums[place % size] ?? 0)) / clusters,
    );
    yield { name: drawn.names[stratum] ?? 0, clusters, centred, uncentred };
  }
}

function clusterTotals(influence: readonly Float64Array[], { cells, groupWeight, drawn }: Tabulation): Float64Array[] {
  return influence.map((of) => {
    const totals = new Float64Array(drawn.stratumOfCluster.length);
    for (const [cell, value] of of.entries()) {
      if (value === 0) continue;
      for (let cluster = 0; cluster < totals.length; cluster++)
        totals[cluster] = (totals[cluster] ?? 0) + value * (groupWeight?.[cluster * cells + cell] ?? 0);
    }
    return totals;
  });
}

/**
 * Clusters less strata over the respondents of some cells.
 *
 * @param isIn one entry a cell: 1 for those that belong to the estimate.
 */
export function cellDegreesOfFreedom(isIn: Uint8Array, { cells, count, groupWeight, drawn }: Tabulation): number {
  let respondents = 0;
  for (let cell = 0; cell < cells; cell++) if (isIn[cell] === 1) respondents += count[cell] ?? 0;
  if (groupWeight === null) return respondents - 1;
  const groups = groupWeight.length / cells;
  let seen = 0;
  const seenStrata = new Set<number>();
  for (let group = 0; group < groups; group++) {
    if (!hasWeight(groupWeight.subarray(group * cells, (group + 1) * cells), isIn)) continue;
    seen += 1;
    seenStrata.add(drawn.clusterOf === null ? group : (drawn.stratumOfCluster[group] ?? 0));
  }
  return (drawn.clusterOf === null ? respondents : seen) - seenStrata.size;
}

function hasWeight(weight: Float64Array, isIn: Uint8Array): boolean {
  return weight.some((value, cell) => value > 0 && isIn[cell] === 1);
}
