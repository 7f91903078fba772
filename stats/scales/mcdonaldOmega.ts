import type { Design } from "../design.ts";
import { itemMoments } from "../items/itemMoments.ts";
import type { Domain } from "../linearised/linearised.ts";
import { correlations } from "../matrix/correlations.ts";
import { oneFactor, type FactorMethod } from "./oneFactor.ts";
import { scaleFault, type ScaleFault } from "./scaleFault.ts";

/** The part of a scale's variance that one factor behind its items accounts for, 0 to 1. */
export interface McDonaldOmega {
  readonly kind: "omega";
  readonly method: FactorMethod;
  /** Of the sum of items brought to one variance. */
  readonly standardised: number;
  /** Of the sum of the items as they are. */
  readonly raw: number;
  /** For each item its correlation with the factor. */
  readonly loadings: Float64Array;
  /** People who answered every item, and the sum of their weights. */
  readonly n: number;
  readonly weightedBase: number;
}

/** A unique part below this is none: maximum likelihood comes near 0 and does not pass it. */
const noUniquePart = 1e-4;

/**
 * McDonald's omega of one factor, over those who answered every item, from the weighted correlations. Unlike Cronbach's
 * alpha it does not ask that all items measure the factor equally well. Poor where one factor is not enough: look at
 * the loadings.
 *
 * @param items for each item one entry a row; not a number means no answer. They must point the same way.
 * @param method unweighted least squares as a rule.
 * @returns not estimable with fewer than three items, which one factor is not determined by (`too-few-items`); nobody or
 *   one who answered all; an item that everyone answered alike (`zero-variance-item`); a factor that explains all of an
 *   item (`heywood`); or a solution that is not found (`did-not-converge`).
 * @see McDonald (1999), Test Theory, chapter 6.
 */
export function mcdonaldOmega(
  items: readonly Float64Array[],
  design: Design,
  domain: Domain,
  method: FactorMethod = "uls",
): McDonaldOmega | ScaleFault {
  const moments = itemMoments(items, design, domain);
  const fault = scaleFault(moments, 3);
  if (fault !== null) return fault;
  const { covariance, size, n, weight } = moments;
  const { loadings, uniquenesses, hasConverged } = oneFactor(correlations(covariance, size), size, method);
  const improper = uniquenesses.findIndex((part) => part <= (method === "ml" ? noUniquePart : 0));
  if (improper >= 0) return { kind: "not-estimable", reason: "heywood", n, item: improper };
  if (!hasConverged) return { kind: "not-estimable", reason: "did-not-converge", n };
  const deviations = loadings.map((_, item) => Math.sqrt(covariance[item * size + item] ?? 0));
  return {
    kind: "omega",
    method,
    standardised: omegaOf(loadings, uniquenesses),
    raw: omegaOf(
      loadings.map((loading, item) => loading * (deviations[item] ?? 0)),
      uniquenesses.map((part, item) => part * (deviations[item] ?? 0) ** 2),
    ),
    loadings,
    n,
    weightedBase: weight,
  };
}

function omegaOf(loadings: Float64Array, uniquenesses: Float64Array): number {
  const common = loadings.reduce((sum, each) => sum + each, 0) ** 2;
  return common / (common + uniquenesses.reduce((sum, each) => sum + each, 0));
}
