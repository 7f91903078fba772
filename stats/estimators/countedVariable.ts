import type { Coded, Design } from "../design.ts";
import type { Estimate, Statistic } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { cellCovariance, cellDegreesOfFreedom } from "../tabulation/cellCovariance.ts";
import { mergedCells, oneAgainstRest } from "../tabulation/mergedCells.ts";
import { tabulate, type Tabulation } from "../tabulation/tabulate.ts";
import { estimateFromTotals } from "./estimateFromTotals.ts";
import { linearisedEstimate } from "./linearisedEstimate.ts";
import { share } from "./share.ts";
import { shareFromTotals } from "./shareFromTotals.ts";

/** A variable in codes of which everything is known that its shares and means need: asking for more costs no pass over rows. */
export interface CountedVariable {
  /**
   * The share of each group of codes among the answers that are in any group.
   *
   * @param groupOf for each code the group it is in, 0 to `groups` - 1; below 0 for none.
   */
  readonly sharesOfGroups: (groupOf: readonly number[], groups: number) => Estimate[];
  /**
   * The mean of a number that goes with each code, with Student's interval.
   *
   * @param scores for each code its number; not a number leaves its answers out.
   */
  readonly meanOfScores: (scores: readonly number[], statistic?: Extract<Statistic, "mean" | "net">) => Estimate;
}

/**
 * Counts a variable in one pass over the rows.
 *
 * Where weights were calibrated, what that explains of a share depends on more of a row than its answer: then each
 * estimate takes passes of its own.
 *
 * @param level 0.95 for 95% intervals.
 */
export function countedVariable(coded: Coded, design: Design, domain: Domain, level = 0.95): CountedVariable {
  if (design.calibration !== null) return calibratedVariable(coded, design, { domain, level });
  const tabulation = tabulate(coded, design, { domain });
  const settings = { lonelyClusters: design.lonelyClusters, level };
  return {
    sharesOfGroups: (groupOf, groups) => sharesOfGroups(groupOf, groups, { ...settings, tabulation }),
    meanOfScores: (scores, statistic = "mean") => meanOfScores(scores, statistic, { ...settings, tabulation }),
  };
}

type Counted = Pick<Design, "lonelyClusters"> & { readonly tabulation: Tabulation; readonly level: number };

function sharesOfGroups(
  groupOf: readonly number[],
  groups: number,
  { tabulation, lonelyClusters, level }: Counted,
): Estimate[] {
  const merged = mergedCells(tabulation, groupOf, groups);
  const { n, weight, squaredWeight, degreesOfFreedom } = sumsOf(() => true, merged);
  // Many codes cost as many small tables, not as many times as many cells.
  const against = oneAgainstRest(merged);
  return Array.from({ length: groups }, (_, group) => {
    const [yes, yesWeight] = [merged.count[group] ?? 0, merged.weight[group] ?? 0];
    const share = yesWeight / weight;
    const influence = Float64Array.of(-share / weight, (1 - share) / weight);
    const covariance = n === 0 ? null : cellCovariance([influence], against(group), lonelyClusters);
    return shareFromTotals({ n, yes, weight, yesWeight, squaredWeight, covariance, degreesOfFreedom, level });
  });
}

function meanOfScores(
  scores: readonly number[],
  statistic: Extract<Statistic, "mean" | "net">,
  { tabulation, lonelyClusters, level }: Counted,
): Estimate {
  const { isIn, n, weight, degreesOfFreedom } = sumsOf((cell) => !Number.isNaN(scores[cell] ?? Number.NaN), tabulation);
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  let value = 0;
  for (let cell = 0; cell < tabulation.cells; cell++)
    if (isIn[cell] === 1) value += ((tabulation.weight[cell] ?? 0) / weight) * (scores[cell] ?? 0);
  const influence = new Float64Array(tabulation.cells);
  let spread = 0;
  for (let cell = 0; cell < tabulation.cells; cell++) {
    if (isIn[cell] !== 1) continue;
    influence[cell] = ((scores[cell] ?? 0) - value) / weight;
    spread += (tabulation.weight[cell] ?? 0) * (influence[cell] ?? 0) ** 2;
  }
  const covariance = cellCovariance([influence], tabulation, lonelyClusters);
  const simpleVariance = n < 2 ? null : (weight * spread) / (n - 1);
  return estimateFromTotals({ value, n, weight, covariance, degreesOfFreedom, simpleVariance }, { statistic, level });
}

/** The cells an estimate is made from, and what they hold. */
function sumsOf(isWanted: (cell: number) => boolean, tabulation: Tabulation) {
  const isIn = new Uint8Array(tabulation.cells);
  let [n, weight, squaredWeight] = [0, 0, 0];
  for (let cell = 0; cell < tabulation.cells; cell++) {
    if (!isWanted(cell)) continue;
    isIn[cell] = 1;
    n += tabulation.count[cell] ?? 0;
    weight += tabulation.weight[cell] ?? 0;
    squaredWeight += tabulation.squaredWeight[cell] ?? 0;
  }
  return { isIn, n, weight, squaredWeight, degreesOfFreedom: n === 0 ? 0 : cellDegreesOfFreedom(isIn, tabulation) };
}

function calibratedVariable(
  { codes }: Coded,
  design: Design,
  { domain, level }: { domain: Domain; level: number },
): CountedVariable {
  const numbers = (numberOf: (code: number) => number): Float64Array =>
    Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : numberOf(code)));
  return {
    sharesOfGroups: (groupOf, groups) =>
      Array.from({ length: groups }, (_, group) => {
        const holds = numbers((code) => ((groupOf[code] ?? -1) < 0 ? Number.NaN : Number(groupOf[code] === group)));
        return share(holds, design, domain, level);
      }),
    meanOfScores(scores, statistic = "mean") {
      const found = linearisedMean(
        numbers((code) => scores[code] ?? Number.NaN),
        design,
        domain,
      );
      if (found === null) return { kind: "not-estimable", reason: "no-data", n: 0 };
      return linearisedEstimate(found, design, { statistic, level });
    },
  };
}
