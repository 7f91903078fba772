import type { Coded, Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { cellCovariance, cellDegreesOfFreedom } from "../tabulation/cellCovariance.ts";
import { tabulate, type Tabulation } from "../tabulation/tabulate.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import type { Covariance } from "../variance/strataSum.ts";

/**
 * Two variables crossed, over the respondents who answered both, and all that tests of the table need: the cells'
 * weighted totals and how these vary together. Cells are row by row.
 */
export interface CrossTable {
  readonly rows: number;
  readonly columns: number;
  /** For each cell the respondents of positive weight, and the sum of their weights. */
  readonly count: Float64Array;
  readonly weight: Float64Array;
  readonly n: number;
  readonly totalWeight: number;
  /** Of the cells' weighted totals. */
  readonly covariance: Covariance;
  readonly degreesOfFreedom: number;
}

/**
 * Crosses two variables in one pass over the rows of the file.
 *
 * An option of several that can be ticked is a variable of its own, with the codes 0 and 1 and -1 for not asked. Time
 * and memory beyond the pass grow with the square of the number of cells, for each stratum or cluster; with a calibrated
 * design, which is worked out row by row, memory grows with rows times cells.
 */
export function crossTable(
  { rows, columns }: { rows: Coded; columns: Coded },
  design: Design,
  domain: Domain = null,
): CrossTable {
  const tabulation = tabulate(rows, design, { by: columns, domain });
  const { cells, count, weight } = tabulation;
  return {
    rows: rows.categories,
    columns: columns.categories,
    count,
    weight,
    n: sum(count),
    totalWeight: sum(weight),
    covariance:
      design.calibration === null
        ? cellCovariance(eachCell(tabulation), tabulation, design.lonelyClusters)
        : influenceCovariance(rowsOfEachCell({ rows, columns }, design, domain), design),
    degreesOfFreedom: cellDegreesOfFreedom(new Uint8Array(cells).fill(1), tabulation),
  };
}

function eachCell({ cells }: Tabulation): Float64Array[] {
  return Array.from({ length: cells }, (_, cell) => {
    const influence = new Float64Array(cells);
    influence[cell] = 1;
    return influence;
  });
}

/** What calibration explains of a total depends on more of a row than its cell. */
function rowsOfEachCell(
  { rows, columns }: { rows: Coded; columns: Coded },
  design: Design,
  domain: Domain,
): Float64Array[] {
  const influence = Array.from({ length: rows.categories * columns.categories }, () => new Float64Array(design.rows));
  for (let row = 0; row < design.rows; row++) {
    const code = rows.codes[row] ?? -1;
    const other = columns.codes[row] ?? -1;
    if (code < 0 || other < 0 || (domain !== null && domain[row] !== 1)) continue;
    const of = influence[code * columns.categories + other];
    if (of !== undefined) of[row] = 1;
  }
  return influence;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
