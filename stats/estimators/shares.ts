import type { Coded, Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { cellCovariance, cellDegreesOfFreedom } from "../tabulation/cellCovariance.ts";
import { tabulate, type Tabulation } from "../tabulation/tabulate.ts";
import { share } from "./share.ts";
import { shareFromTotals } from "./shareFromTotals.ts";

/**
 * Estimates the share of each category among those who answered, in the order of the codes.
 *
 * One pass over the rows for all categories together.
 *
 * @param level 0.95 for 95% intervals.
 */
export function shares(coded: Coded, design: Design, domain: Domain, level = 0.95): Estimate[] {
  // What calibration explains of a share depends on more of a row than its answer.
  if (design.calibration !== null) return calibratedShares(coded, design, { domain, level });
  const tabulation = tabulate(coded, design, { domain });
  const everyCell = new Uint8Array(tabulation.cells).fill(1);
  return sharesOfCells(everyCell, tabulation, { lonelyClusters: design.lonelyClusters, level });
}

/**
 * Estimates the share of each of some cells of a tabulation among all of these.
 *
 * @param isIn one entry a cell: 1 for those the shares are of.
 * @returns one estimate for each cell that is in, in order.
 */
export function sharesOfCells(
  isIn: Uint8Array,
  tabulation: Tabulation,
  { lonelyClusters, level }: Pick<Design, "lonelyClusters"> & { level: number },
): Estimate[] {
  const cells = Array.from(isIn.keys()).filter((cell) => isIn[cell] === 1);
  const n = sumOver(cells, tabulation.count);
  const weight = sumOver(cells, tabulation.weight);
  const squaredWeight = sumOver(cells, tabulation.squaredWeight);
  const degreesOfFreedom = n === 0 ? 0 : cellDegreesOfFreedom(isIn, tabulation);
  const influence = new Float64Array(tabulation.cells);
  return cells.map((cell) => {
    const yes = tabulation.count[cell] ?? 0;
    const yesWeight = tabulation.weight[cell] ?? 0;
    for (const other of cells) influence[other] = ((other === cell ? 1 : 0) - yesWeight / weight) / weight;
    const covariance = n === 0 ? null : cellCovariance([influence], tabulation, lonelyClusters);
    return shareFromTotals({ n, yes, weight, yesWeight, squaredWeight, covariance, degreesOfFreedom, level });
  });
}

function sumOver(cells: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (const cell of cells) sum += values[cell] ?? 0;
  return sum;
}

function calibratedShares(
  { codes, categories }: Coded,
  design: Design,
  { domain, level }: { domain: Domain; level: number },
): Estimate[] {
  return Array.from({ length: categories }, (_, category) => {
    const holds = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : Number(code === category)));
    return share(holds, design, domain, level);
  });
}
