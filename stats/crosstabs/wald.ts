import type { NotEstimable } from "../estimate.ts";
import { pivotedCholesky, solveDecomposed } from "../matrix/solveSymmetric.ts";
import { combinedCovariance } from "../variance/combinedCovariance.ts";
import { fTest, type FTest } from "./fTest.ts";
import { interactionContrasts } from "./interactionContrasts.ts";
import { marginShares } from "./marginShares.ts";
import type { OccupiedTable } from "./occupiedTable.ts";
import { testableCovariance } from "./testableCovariance.ts";

/** Wald's test of a table, as it is and adjusted for the few clusters that the covariances are made from. */
export interface WaldOfTable {
  readonly kind: "wald";
  readonly wald: FTest;
  readonly adjusted: FTest;
  readonly n: number;
}

/**
 * Tests whether the two variables of a table are independent, by how far the cells' totals are from what the margins let
 * expect. Not estimable with fewer degrees of freedom than contrasts (`n-too-small`), or where these do not vary freely
 * (`no-variance`).
 *
 * @see Koch, Freeman & Freeman (1975), International Statistical Review 43(1); Fellegi (1980), Journal of the American
 *   Statistical Association 75(370), for the adjustment.
 */
export function wald(table: OccupiedTable): WaldOfTable | NotEstimable {
  const covariance = testableCovariance(table);
  if (covariance.kind === "not-estimable") return covariance;
  const { columns, weight, n, totalWeight, degreesOfFreedom } = table;
  const shares = marginShares(table);
  const contrasts = interactionContrasts(shares.rows, shares.columns);
  const size = contrasts.length;
  if (size > degreesOfFreedom) return { kind: "not-estimable", reason: "n-too-small", n };
  const decomposed = pivotedCholesky(combinedCovariance(contrasts, covariance).matrix, size);
  if (decomposed.rank < size) return { kind: "not-estimable", reason: "no-variance", n };
  const excess = Float64Array.from({ length: size }, (_, contrast) => {
    const row = Math.floor(contrast / (columns - 1));
    const column = contrast % (columns - 1);
    const expected = (shares.rows[row] ?? 0) * (shares.columns[column] ?? 0) * totalWeight;
    return (weight[row * columns + column] ?? 0) - expected;
  });
  const solved = solveDecomposed(decomposed, excess);
  const distance = excess.reduce((sum, value, place) => sum + value * (solved[place] ?? 0), 0);
  const left = degreesOfFreedom - size + 1;
  return {
    kind: "wald",
    wald: fTest(distance / size, size, degreesOfFreedom),
    adjusted: fTest((left * distance) / (size * degreesOfFreedom), size, left),
    n,
  };
}
