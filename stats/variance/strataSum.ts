import type { LonelyClusterRule } from "../design.ts";

/** Covariances of sums, row by row. */
export interface KnownCovariance {
  readonly kind: "covariance";
  readonly size: number;
  readonly matrix: Float64Array;
}

/** Covariances of sums, or the stratum that has one cluster only and so shows no variation. */
export type Covariance = KnownCovariance | { readonly kind: "lonely"; readonly stratum: number };

/** What one stratum adds: sums of squares and products of its clusters' totals about their mean, and about zero. */
export interface StratumSpread {
  readonly name: number;
  readonly clusters: number;
  readonly centred: Float64Array;
  /** Read for a lonely cluster only. */
  readonly uncentred: Float64Array;
}

/**
 * Adds up the strata of a with-replacement variance: n/(n-1) times each one's spread.
 *
 * @param size how many sums are covaried; the spreads have `size` squared entries.
 */
export function strataSum(size: number, rule: LonelyClusterRule, spreads: Iterable<StratumSpread>): Covariance {
  const matrix = new Float64Array(size * size);
  let strata = 0;
  let lonely = 0;
  for (const { name, clusters, centred, uncentred } of spreads) {
    if (clusters === 0) continue;
    strata += 1;
    if (clusters > 1) {
      addTo(matrix, centred, clusters / (clusters - 1));
      continue;
    }
    if (rule === "fail") return { kind: "lonely", stratum: name };
    lonely += 1;
    if (rule === "adjust") addTo(matrix, uncentred, 1);
  }
  if (rule === "average" && lonely > 0) {
    if (lonely === strata) return { kind: "lonely", stratum: 0 };
    const share = strata / (strata - lonely);
    for (let place = 0; place < matrix.length; place++) matrix[place] = (matrix[place] ?? 0) * share;
  }
  return { kind: "covariance", size, matrix };
}

function addTo(matrix: Float64Array, part: Float64Array, factor: number): void {
  for (let place = 0; place < matrix.length; place++)
    matrix[place] = (matrix[place] ?? 0) + factor * (part[place] ?? 0);
}

/** The entry of a covariance matrix in a row and column. */
export function entry({ matrix, size }: { matrix: Float64Array; size: number }, row: number, column: number): number {
  return matrix[row * size + column] ?? 0;
}
