import { chiSquareUpperTail } from "../distributions/chiSquare.ts";
import type { NotEstimable } from "../estimate.ts";
import { pivotedCholesky, solveDecomposed, type PivotedCholesky } from "../matrix/solveSymmetric.ts";
import { combinedCovariance } from "../variance/combinedCovariance.ts";
import { fTest, type FTest } from "./fTest.ts";
import { interactionContrasts } from "./interactionContrasts.ts";
import { marginShares, meanSquareContingency } from "./marginShares.ts";
import type { OccupiedTable } from "./occupiedTable.ts";
import { testableCovariance } from "./testableCovariance.ts";

/** Pearson's test of a table, corrected for the design in two ways. */
export interface RaoScott {
  readonly kind: "rao-scott";
  /** Of Satterthwaite's form, for the usual use; its degrees of freedom are not whole. */
  readonly secondOrder: FTest;
  /** Pearson's chi-square over the mean design effect; too many rejections where design effects differ much. */
  readonly firstOrder: { readonly statistic: number; readonly degreesOfFreedom: number; readonly p: number };
  /** Mean of the generalised design effects: how much larger Pearson's chi-square is than in a simple random sample. */
  readonly meanDesignEffect: number;
  readonly n: number;
}

/**
 * Tests whether the two variables of a table are independent. Not estimable where the answers do not vary
 * (`no-variance`), and where so many cells are empty that the table has no room for all its contrasts
 * (`table-degenerate`). Grows with the third power of the number of cells.
 *
 * @see Rao & Scott (1981, 1984), Journal of the American Statistical Association 76(374) and Annals of Statistics 12(1);
 *   Thomas & Rao (1987).
 */
export function raoScott(table: OccupiedTable): RaoScott | NotEstimable {
  const covariance = testableCovariance(table);
  if (covariance.kind === "not-estimable") return covariance;
  const { rows, columns, n, totalWeight, degreesOfFreedom } = table;
  const shares = marginShares(table);
  const contrasts = interactionContrasts(
    new Float64Array(rows).fill(1 / rows),
    new Float64Array(columns).fill(1 / columns),
  );
  const scaled = contrasts.map((contrast) => overShares(contrast, shares.cells));
  const independent = pivotedCholesky(products(contrasts, scaled), contrasts.length);
  if (independent.rank < contrasts.length) return { kind: "not-estimable", reason: "table-degenerate", n };
  const slopes = scaled.map((contrast) => slopesOfTotals(contrast, shares.cells, totalWeight));
  const { trace, traceOfSquare } = traces(independent, combinedCovariance(slopes, covariance).matrix);
  const meanDesignEffect = (n * trace) / contrasts.length;
  if (meanDesignEffect < smallest) return { kind: "not-estimable", reason: "no-variance", n };
  const contingency = meanSquareContingency(shares);
  const numerator = trace ** 2 / traceOfSquare;
  const corrected = (n * contingency) / meanDesignEffect;
  return {
    kind: "rao-scott",
    secondOrder: fTest(contingency / trace, numerator, numerator * degreesOfFreedom),
    firstOrder: {
      statistic: corrected,
      degreesOfFreedom: contrasts.length,
      p: chiSquareUpperTail(corrected, contrasts.length),
    },
    meanDesignEffect,
    n,
  };
}

/** A design effect below this is rounding. */
const smallest = 1e-9;

/** An empty cell takes no part. */
function overShares(contrast: Float64Array, shares: Float64Array): Float64Array {
  return contrast.map((value, cell) => ((shares[cell] ?? 0) === 0 ? 0 : value / (shares[cell] ?? 1)));
}

/** How a sum of coefficients times shares grows with the cells' totals that the shares are made of. */
function slopesOfTotals(coefficients: Float64Array, shares: Float64Array, totalWeight: number): Float64Array {
  const mean = coefficients.reduce((sum, value, cell) => sum + value * (shares[cell] ?? 0), 0);
  return coefficients.map((value) => (value - mean) / totalWeight);
}

/** The products of contrasts with contrasts over shares, row by row; symmetric. */
function products(contrasts: readonly Float64Array[], scaled: readonly Float64Array[]): Float64Array {
  const size = contrasts.length;
  const matrix = new Float64Array(size * size);
  for (const [row, one] of contrasts.entries()) {
    for (let column = 0; column <= row; column++) {
      const other = scaled[column] ?? one;
      let sum = 0;
      for (let cell = 0; cell < one.length; cell++) sum += (one[cell] ?? 0) * (other[cell] ?? 0);
      matrix[row * size + column] = sum;
      matrix[column * size + row] = sum;
    }
  }
  return matrix;
}

/** Traces of the generalised design effects (per respondent) and of their square. */
function traces(independent: PivotedCholesky, covariance: Float64Array): { trace: number; traceOfSquare: number } {
  const size = independent.order.length;
  const effects = Array.from({ length: size }, (_, column) =>
    solveDecomposed(independent, covariance.subarray(column * size, (column + 1) * size)),
  );
  let trace = 0;
  let traceOfSquare = 0;
  for (let row = 0; row < size; row++) {
    trace += effects[row]?.[row] ?? 0;
    for (let column = 0; column < size; column++)
      traceOfSquare += (effects[row]?.[column] ?? 0) * (effects[column]?.[row] ?? 0);
  }
  return { trace, traceOfSquare };
}
