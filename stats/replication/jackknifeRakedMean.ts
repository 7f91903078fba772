import { createDesign } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { baseOfCells, crossMargins, rakeCrossed, type Margin, type RowsToWeight } from "../weights/rake.ts";
import { rakeCells } from "../weights/rakeCells.ts";
import { replicateEstimate, replicateVariance } from "./replicateEstimate.ts";

/**
 * Estimates a mean with raked weights by the jackknife: leaves out one respondent after the other and rakes anew each
 * time. The variance knows all that raking does; it takes as many rakings as there are different cells and base weights.
 *
 * @param values one entry a row; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 * @returns not estimable where the margins cannot be met without one of the respondents; a value without an interval where
 *   one respondent is all who answered.
 * @see Wolter (2007), Introduction to Variance Estimation, chapter 4.
 */
export function jackknifeRakedMean(
  values: Float64Array,
  weighting: RowsToWeight & { baseWeights: Float64Array | null; margins: readonly Margin[] },
  domain: Domain,
  level = 0.95,
): Estimate {
  const { rows, frequencies = null, baseWeights, margins } = weighting;
  const crossed = crossMargins(margins, rows);
  const raked = rakeCrossed(baseWeights, crossed, weighting);
  const none = { kind: "not-estimable", n: 0 } as const;
  if (raked.kind !== "weights") return { ...none, reason: raked.kind };
  const design = createDesign({ rows, frequencies, weights: raked.weights });
  const found = linearisedMean(values, design, domain);
  if (found === null) return { ...none, reason: "no-data" };
  const { base, respondents } = baseOfCells(baseWeights, crossed, weighting);
  const sums = baseOfAnswers(values, { isUsed: found.isUsed, cellOf: crossed.cellOf, cells: crossed.cells, weighting });
  const known = new Map<string, Float64Array>();
  const without = (cell: number, weight: number): Float64Array | null => {
    const key = `${cell} ${weight}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const left = Float64Array.from(base);
    left[cell] = isLast(base[cell] ?? 0, weight) ? 0 : (left[cell] ?? 0) - weight;
    const again = rakeCells(left, crossed, { total: respondents - 1 });
    if (again.kind !== "factors") return null;
    known.set(key, again.factors);
    return again.factors;
  };
  const replicates = { values: [] as number[], counts: [] as number[] };
  for (let row = 0; row < rows; row++) {
    const frequency = frequencies === null ? 1 : (frequencies[row] ?? 0);
    if (frequency === 0) continue;
    const weight = baseWeights === null ? 1 : (baseWeights[row] ?? 0);
    const cell = crossed.cellOf[row] ?? 0;
    const factors = weight === 0 ? null : without(cell, weight);
    if (weight > 0 && factors === null) return { kind: "not-estimable", reason: "raking-did-not-converge", n: found.n };
    const out = found.isUsed[row] === 1 ? { cell, weight, value: values[row] ?? 0 } : { cell, weight: 0, value: 0 };
    const value = factors === null ? found.value : leftOutMean(sums, factors, out);
    if (value === null)
      return replicateEstimate(found, { variance: null, degreesOfFreedom: found.n - 1 }, { statistic: "mean", level });
    replicates.values.push(value);
    replicates.counts.push(frequency);
  }
  return jackknifed(found, replicates, level);
}

/** For each cell the base weights of those used, and the sums of weight times value. */
interface CellSums {
  readonly weight: Float64Array;
  readonly value: Float64Array;
}

function baseOfAnswers(
  values: Float64Array,
  {
    isUsed,
    cellOf,
    cells,
    weighting,
  }: {
    isUsed: Uint8Array;
    cellOf: Int32Array;
    cells: number;
    weighting: RowsToWeight & { baseWeights: Float64Array | null };
  },
): CellSums {
  const { rows, frequencies = null, baseWeights } = weighting;
  const weight = new Float64Array(cells);
  const value = new Float64Array(cells);
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const cell = cellOf[row] ?? 0;
    const own =
      (baseWeights === null ? 1 : (baseWeights[row] ?? 0)) * (frequencies === null ? 1 : (frequencies[row] ?? 0));
    weight[cell] = (weight[cell] ?? 0) + own;
    value[cell] = (value[cell] ?? 0) + own * (values[row] ?? 0);
  }
  return { weight, value };
}

function leftOutMean(
  sums: CellSums,
  factors: Float64Array,
  out: { cell: number; weight: number; value: number },
): number | null {
  let above = 0;
  let below = 0;
  for (let cell = 0; cell < factors.length; cell++) {
    const isTheirs = cell === out.cell;
    above += (factors[cell] ?? 0) * ((sums.value[cell] ?? 0) - (isTheirs ? out.weight * out.value : 0));
    below += (factors[cell] ?? 0) * ((sums.weight[cell] ?? 0) - (isTheirs ? out.weight : 0));
  }
  return below > 0 ? above / below : null;
}

/** What is left of a cell when its only respondent leaves is rounding. */
function isLast(base: number, weight: number): boolean {
  return base - weight < 1e-9 * base;
}

function jackknifed(
  found: { value: number; n: number; weight: number },
  { values, counts }: { values: readonly number[]; counts: readonly number[] },
  level: number,
): Estimate {
  const respondents = counts.reduce((sum, count) => sum + count, 0);
  const centre = values.reduce((sum, value, place) => sum + value * (counts[place] ?? 0), 0) / respondents;
  // A row that is several respondents is several replicates: their squares count as often.
  const spread = Float64Array.from(values, (value, place) => centre + (value - centre) * Math.sqrt(counts[place] ?? 0));
  const variance = replicateVariance({ values: spread, scale: (respondents - 1) / respondents, centre });
  return replicateEstimate(found, { variance, degreesOfFreedom: found.n - 1 }, { statistic: "mean", level });
}
