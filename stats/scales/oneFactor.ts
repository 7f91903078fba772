import { largestEigenvector } from "../matrix/largestEigenvector.ts";
import { pivotedCholesky, solveSymmetric } from "../matrix/solveSymmetric.ts";
import { sumOfProducts } from "../matrix/sumOfProducts.ts";

/** How a factor is fitted: unweighted least squares, or maximum likelihood. */
export type FactorMethod = "uls" | "ml";

/** One factor behind standardised items. */
export interface OneFactor {
  /** For each item its correlation with the factor; their sum is not negative. */
  readonly loadings: Float64Array;
  /** For each item the part of its variance that is its own; 0 or less where the solution is improper. */
  readonly uniquenesses: Float64Array;
  /** False where the rounds ran out. */
  readonly hasConverged: boolean;
}

/** Loadings that change by less than this in a round have arrived. */
const settled = 1e-12;
const mostRounds = { uls: 20_000, ml: 200_000 };

/**
 * Fits one factor to correlations.
 *
 * @param correlation row by row, `size` squared; at least three items.
 */
export function oneFactor(correlation: Float64Array, size: number, method: FactorMethod): OneFactor {
  const leastSquares = principalAxis(correlation, size);
  return method === "uls" ? leastSquares : maximumLikelihood(correlation, leastSquares.loadings);
}

/**
 * Unweighted least squares by the iterated principal axis: the first axis of the correlations with what the factor
 * explains of each item in the diagonal, again and again. A round costs some ten times the cube of the items.
 *
 * @see Harman & Jones (1966), Psychometrika 31(3).
 */
function principalAxis(correlation: Float64Array, size: number): OneFactor {
  const reduced = Float64Array.from(correlation);
  let explained = squaredMultipleCorrelations(correlation, size);
  let loadings = new Float64Array(size);
  for (let round = 0; round < mostRounds.uls; round++) {
    for (let item = 0; item < size; item++) reduced[item * size + item] = explained[item] ?? 0;
    const { value, vector } = largestEigenvector(reduced, size);
    const sign = vector.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1;
    loadings = vector.map((each) => sign * each * Math.sqrt(Math.max(0, value)));
    const next = loadings.map((loading) => loading * loading);
    const change = largestChange(next, explained);
    explained = next;
    if (change < settled) return { loadings, uniquenesses: explained.map((part) => 1 - part), hasConverged: true };
  }
  return { loadings, uniquenesses: explained.map((part) => 1 - part), hasConverged: false };
}

/** What the others tell of each item; where some tell all of another, the largest correlation stands in. */
function squaredMultipleCorrelations(correlation: Float64Array, size: number): Float64Array {
  const isSingular = pivotedCholesky(correlation, size).rank < size;
  return Float64Array.from({ length: size }, (_, item) => {
    if (isSingular) {
      const others = correlation.subarray(item * size, (item + 1) * size).filter((__, other) => other !== item);
      return others.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
    }
    const unit = Float64Array.from({ length: size }, (__, place) => Number(place === item));
    return 1 - 1 / (solveSymmetric(correlation, unit)[item] ?? 1);
  });
}

/** A unique part to begin with is not smaller: from nothing it could not grow. */
const leastUnique = 0.005;

/**
 * Maximum likelihood by expectation and maximisation, which never leaves the parameters' space and takes its time.
 *
 * @see Rubin & Thayer (1982), Psychometrika 47(1).
 */
function maximumLikelihood(correlation: Float64Array, start: Float64Array): OneFactor {
  const size = start.length;
  let loadings = start;
  let uniquenesses = start.map((loading) => Math.max(leastUnique, 1 - loading * loading));
  for (let round = 0; round < mostRounds.ml; round++) {
    // The factor's regression on the items; the inverse of "loadings and unique parts" in closed form.
    const scaled = loadings.map((loading, item) => loading / (uniquenesses[item] ?? 1));
    const precision = 1 + sumOfProducts(loadings, scaled);
    const weights = scaled.map((each) => each / precision);
    const withFactor = Float64Array.from({ length: size }, (_, item) =>
      sumOfProducts(correlation.subarray(item * size, (item + 1) * size), weights),
    );
    const factorVariance = 1 - sumOfProducts(weights, loadings) + sumOfProducts(weights, withFactor);
    const next = withFactor.map((each) => each / factorVariance);
    const nextUnique = next.map((loading, item) => 1 - loading * (withFactor[item] ?? 0));
    const change = Math.max(largestChange(next, loadings), largestChange(nextUnique, uniquenesses));
    loadings = next;
    uniquenesses = nextUnique;
    if (change < settled) return { loadings, uniquenesses, hasConverged: true };
  }
  return { loadings, uniquenesses, hasConverged: false };
}

function largestChange(one: Float64Array, other: Float64Array): number {
  let largest = 0;
  for (let place = 0; place < one.length; place++)
    largest = Math.max(largest, Math.abs((one[place] ?? 0) - (other[place] ?? 0)));
  return largest;
}
