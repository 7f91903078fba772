import type { Design } from "../design.ts";

/** A variance, or the stratum that has one cluster only and so shows no variation. */
export type Linearised = { readonly variance: number } | { readonly lonelyStratum: number };

/**
 * Variance of a sum of weighted influences, with replacement, clusters nested in strata.
 *
 * Every row of the file counts as drawn, also those with influence 0: a subgroup is a factor, never a shorter file.
 *
 * @param weightedInfluence one entry a row: its weight times its influence, 0 outside the domain.
 * @see Binder (1983), International Statistical Review 51; statistics as in Lumley (2004), J. Stat. Softw. 9(8).
 */
export function linearisedVariance(weightedInfluence: Float64Array, design: Design): Linearised {
  const { strata, clusters, rows } = design;
  if (strata === null && clusters === null) return { variance: unstratified(weightedInfluence, rows) };
  const totals = new Map<number, Map<number, number>>();
  for (let row = 0; row < rows; row++) {
    const stratum = strata?.[row] ?? 0;
    let within = totals.get(stratum);
    if (within === undefined) totals.set(stratum, (within = new Map()));
    const cluster = clusters?.[row] ?? row;
    within.set(cluster, (within.get(cluster) ?? 0) + (weightedInfluence[row] ?? 0));
  }
  let variance = 0;
  for (const [stratum, within] of totals) {
    if (within.size === 1) return { lonelyStratum: stratum };
    variance += spread(within.values(), within.size);
  }
  return { variance };
}

function unstratified(influence: Float64Array, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += influence[row] ?? 0;
  const mean = sum / rows;
  let squares = 0;
  for (let row = 0; row < rows; row++) squares += ((influence[row] ?? 0) - mean) ** 2;
  return (rows / (rows - 1)) * squares;
}

function spread(values: Iterable<number>, count: number): number {
  const all = [...values];
  const mean = all.reduce((sum, value) => sum + value, 0) / count;
  return (count / (count - 1)) * all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
