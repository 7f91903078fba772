import type { Design } from "../design.ts";

/** The clusters of a file, numbered through, and how many each stratum has. */
export interface Drawn {
  readonly strata: number;
  /** For each row its stratum, 0 to `strata` - 1; `null` where there is only one. */
  readonly stratumOf: Int32Array | null;
  /** For each row its cluster, numbered through all strata; `null` where each respondent is its own. */
  readonly clusterOf: Int32Array | null;
  /** For each cluster its stratum; empty where each respondent is its own. */
  readonly stratumOfCluster: Int32Array;
  /** For each stratum its clusters, those without anybody in a domain included. */
  readonly clustersIn: Float64Array;
  /** For each stratum its number in the design. */
  readonly names: readonly number[];
}

const known = new WeakMap<Design, Drawn>();

/** Numbers the strata and clusters of a design through. A design's are found once. */
export function drawnIn(design: Design): Drawn {
  const before = known.get(design);
  if (before !== undefined) return before;
  const found = number(design);
  known.set(design, found);
  return found;
}

function number(design: Design): Drawn {
  const { rows, strata, clusters, frequencies } = design;
  const names: number[] = strata === null ? [0] : [];
  const places = new Map<number, number>();
  const stratumOf = strata === null ? null : new Int32Array(rows);
  for (let row = 0; strata !== null && stratumOf !== null && row < rows; row++) {
    const name = strata[row] ?? 0;
    let place = places.get(name);
    if (place === undefined) places.set(name, (place = names.push(name) - 1));
    stratumOf[row] = place;
  }
  const clustersIn = new Float64Array(names.length);
  if (clusters !== null)
    return { names, strata: names.length, stratumOf, clustersIn, ...nested(design, stratumOf, clustersIn) };
  for (let row = 0; row < rows; row++) {
    const stratum = stratumOf === null ? 0 : (stratumOf[row] ?? 0);
    clustersIn[stratum] = (clustersIn[stratum] ?? 0) + (frequencies === null ? 1 : (frequencies[row] ?? 0));
  }
  return { names, strata: names.length, stratumOf, clusterOf: null, stratumOfCluster: new Int32Array(0), clustersIn };
}

/** Numbers clusters through and counts them into `clustersIn`. */
function nested(
  { rows, clusters, frequencies }: Design,
  stratumOf: Int32Array | null,
  clustersIn: Float64Array,
): Pick<Drawn, "clusterOf" | "stratumOfCluster"> {
  const clusterOf = new Int32Array(rows);
  const stratumOfCluster: number[] = [];
  const places = Array.from(clustersIn, () => new Map<number, number>());
  for (let row = 0; row < rows; row++) {
    const stratum = stratumOf === null ? 0 : (stratumOf[row] ?? 0);
    const within = places[stratum];
    // A row that is nobody brings no cluster; one whose weight is 0 does.
    if (within === undefined || frequencies?.[row] === 0) continue;
    const name = clusters?.[row] ?? 0;
    let place = within.get(name);
    if (place === undefined) {
      within.set(name, (place = stratumOfCluster.push(stratum) - 1));
      clustersIn[stratum] = (clustersIn[stratum] ?? 0) + 1;
    }
    clusterOf[row] = place;
  }
  return { clusterOf, stratumOfCluster: Int32Array.from(stratumOfCluster) };
}
