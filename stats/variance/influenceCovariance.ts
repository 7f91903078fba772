import type { Design } from "../design.ts";
import { calibrationResiduals } from "./calibrationResiduals.ts";
import { drawnIn, type Drawn } from "./drawn.ts";
import { strataSum, type Covariance, type StratumSpread } from "./strataSum.ts";

/**
 * Covariances of weighted sums of influences, with replacement, clusters nested in strata: the one routine every
 * estimate's variance comes from.
 *
 * Every row of the file counts as drawn, also those with influence 0: a subgroup is a factor, never a shorter file.
 *
 * @param influence for each sum one entry a row: the influence per unit of weight, 0 outside the domain.
 * @param scatter where the respondents of a row have influences of their own, whose mean by weight is the row's.
 * @throws {RangeError} for a scatter with calibrated weights, of whose errors more must be known of each respondent.
 * @see Binder (1983), International Statistical Review 51; Lumley (2004), Journal of Statistical Software 9(8).
 */
export function influenceCovariance(
  influence: readonly Float64Array[],
  design: Design,
  scatter: Scatter | null = null,
): Covariance {
  const { calibration } = design;
  if (calibration !== null && scatter !== null)
    throw new RangeError("Cannot tell the error of calibrated weights from kinds of respondents: give the respondents");
  const used = calibration === null ? influence : calibrationResiduals(influence, calibration, design);
  const drawn = drawnIn(design);
  const spreads =
    drawn.clusterOf === null ? ofRespondents(used, design, { drawn, scatter }) : ofClusters(used, design, drawn);
  return strataSum(influence.length, design.lonelyClusters, spreads);
}

/** How the weighted influences of a row's respondents lie about the row's mean: all along one direction. */
export interface Scatter {
  /** For each sum one entry a row. */
  readonly along: readonly Float64Array[];
  /** The sum over the row's respondents of the squared distances in units of the direction. */
  readonly squares: Float64Array;
}

/** Spreads where each respondent is a cluster: two passes, so that a large mean takes no digits from the spread. */
function* ofRespondents(
  influence: readonly Float64Array[],
  design: Design,
  { drawn, scatter }: { drawn: Drawn; scatter: Scatter | null },
): Generator<StratumSpread> {
  const { rows, weights, frequencies } = design;
  const size = influence.length;
  const { strata, stratumOf, clustersIn } = drawn;
  const { along, squares } = scatter ?? scatterOfWeights(influence, design);
  const means = influence.map((column) => {
    const sums = new Float64Array(strata);
    for (let row = 0; row < rows; row++) {
      const stratum = stratumOf === null ? 0 : (stratumOf[row] ?? 0);
      const weight = weights === null ? 1 : (weights[row] ?? 0);
      const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
      sums[stratum] = (sums[stratum] ?? 0) + frequency * weight * (column[row] ?? 0);
    }
    return sums.map((sum, stratum) => sum / Math.max(1, clustersIn[stratum] ?? 1));
  });
  const centred = Array.from({ length: strata }, () => new Float64Array(size * size));
  const distances = new Float64Array(size);
  const direction = new Float64Array(size);
  for (let row = 0; row < rows; row++) {
    const stratum = stratumOf === null ? 0 : (stratumOf[row] ?? 0);
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    for (let sum = 0; sum < size; sum++)
      distances[sum] = weight * (influence[sum]?.[row] ?? 0) - (means[sum]?.[stratum] ?? 0);
    addProducts(centred[stratum], distances, frequency);
    if (squares === null) continue;
    for (let sum = 0; sum < size; sum++) direction[sum] = along[sum]?.[row] ?? 0;
    addProducts(centred[stratum], direction, squares[row] ?? 0);
  }
  for (let stratum = 0; stratum < strata; stratum++) {
    // With a single respondent the mean is its value.
    const uncentred = new Float64Array(size * size);
    addProducts(
      uncentred,
      Float64Array.from(means, (mean) => mean[stratum] ?? 0),
      1,
    );
    yield spreadOf(stratum, drawn, { centred: centred[stratum] ?? uncentred, uncentred });
  }
}

/** Respondents of a row who are alike but for their weights lie about the row's mean as these do. */
function scatterOfWeights(
  influence: readonly Float64Array[],
  { rows, weights, frequencies, squaredWeights }: Design,
): { along: readonly Float64Array[]; squares: Float64Array | null } {
  if (squaredWeights === null) return { along: influence, squares: null };
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    squares[row] = frequency * Math.max(0, (squaredWeights[row] ?? 0) - weight * weight);
  }
  return { along: influence, squares };
}

function* ofClusters(
  influence: readonly Float64Array[],
  { rows, weights, frequencies }: Design,
  drawn: Drawn,
): Generator<StratumSpread> {
  const { clusterOf } = drawn;
  const totals = influence.map((column) => {
    const of = new Float64Array(drawn.stratumOfCluster.length);
    for (let row = 0; row < rows; row++) {
      const cluster = clusterOf?.[row] ?? 0;
      const weight = weights === null ? 1 : (weights[row] ?? 0);
      const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
      of[cluster] = (of[cluster] ?? 0) + frequency * weight * (column[row] ?? 0);
    }
    return of;
  });
  yield* clusterSpreads(totals, drawn);
}

/**
 * The spread of each stratum from its clusters' totals.
 *
 * @param totals for each sum one entry a cluster.
 */
export function* clusterSpreads(totals: readonly Float64Array[], drawn: Drawn): Generator<StratumSpread> {
  const size = totals.length;
  const { strata, stratumOfCluster, clustersIn } = drawn;
  const means = totals.map((of) => {
    const sums = new Float64Array(strata);
    for (const [cluster, stratum] of stratumOfCluster.entries())
      sums[stratum] = (sums[stratum] ?? 0) + (of[cluster] ?? 0);
    return sums.map((sum, stratum) => sum / Math.max(1, clustersIn[stratum] ?? 1));
  });
  const empty = (): Float64Array[] => Array.from({ length: strata }, () => new Float64Array(size * size));
  const centred = empty();
  const uncentred = empty();
  const total = new Float64Array(size);
  const distance = new Float64Array(size);
  for (const [cluster, stratum] of stratumOfCluster.entries()) {
    for (let sum = 0; sum < size; sum++) {
      total[sum] = totals[sum]?.[cluster] ?? 0;
      distance[sum] = (total[sum] ?? 0) - (means[sum]?.[stratum] ?? 0);
    }
    addProducts(centred[stratum], distance, 1);
    if (clustersIn[stratum] === 1) addProducts(uncentred[stratum], total, 1);
  }
  const none = new Float64Array(size * size);
  for (let stratum = 0; stratum < strata; stratum++)
    yield spreadOf(stratum, drawn, { centred: centred[stratum] ?? none, uncentred: uncentred[stratum] ?? none });
}

function spreadOf(
  stratum: number,
  { names, clustersIn }: Drawn,
  spreads: Pick<StratumSpread, "centred" | "uncentred">,
): StratumSpread {
  return { name: names[stratum] ?? 0, clusters: clustersIn[stratum] ?? 0, ...spreads };
}

function addProducts(matrix: Float64Array | undefined, values: Float64Array, factor: number): void {
  if (matrix === undefined) return;
  const size = values.length;
  for (let row = 0; row < size; row++) {
    const scaled = factor * (values[row] ?? 0);
    if (scaled === 0) continue;
    for (let column = 0; column < size; column++) {
      const place = row * size + column;
      matrix[place] = (matrix[place] ?? 0) + scaled * (values[column] ?? 0);
    }
  }
}
