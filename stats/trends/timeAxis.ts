import type { Coded, Design } from "../design.ts";
import { drawnIn, type Drawn } from "../variance/drawn.ts";
import { crossCells } from "../weights/crossCells.ts";

/**
 * The periods of a series, days or waves, numbered from 0 without gaps: a day on which nobody answered has a number too.
 * With them what the series of every item needs of the design, found once.
 */
export interface TimeAxis {
  readonly design: Design;
  /** For each row its period; below 0 for none. */
  readonly time: Coded;
  readonly drawn: Drawn;
  /**
   * A cell is a period, or where respondents were drawn in groups a period and a group: a cluster, or a stratum where
   * respondents are their own clusters.
   */
  readonly cells: number;
  /** For each row its cell; below 0 for none. */
  readonly cellOf: Coded["codes"];
  /** For each cell its group; `null` where there is one. */
  readonly groupOf: Int32Array | null;
  /** For each period its cells. */
  readonly cellsIn: readonly (readonly number[])[];
}

/** Makes the axis of a design's series: a few passes over the rows, for all items together. */
export function createTimeAxis(time: Coded, design: Design): TimeAxis {
  const drawn = drawnIn(design);
  const { codes, categories } = time;
  const group = drawn.clusterOf ?? drawn.stratumOf;
  if (group === null) {
    const cellsIn = Array.from({ length: categories }, (_, period) => [period]);
    return { design, time, drawn, cells: categories, cellOf: codes, groupOf: null, cellsIn };
  }
  const groups = drawn.clusterOf === null ? drawn.strata : drawn.stratumOfCluster.length;
  const shifted = { codes: withNone(codes), categories: categories + 1 };
  const crossed = crossCells([shifted, { codes: group, categories: groups }], design.rows);
  const [period = new Int32Array(0), groupOf = new Int32Array(0)] = crossed.codes;
  const cellsIn = Array.from({ length: categories }, (): number[] => []);
  for (let cell = 0; cell < crossed.cells; cell++) cellsIn[(period[cell] ?? 0) - 1]?.push(cell);
  const { cellOf } = crossed;
  for (let row = 0; row < cellOf.length; row++) if ((codes[row] ?? -1) < 0) cellOf[row] = -1;
  return { design, time, drawn, cells: crossed.cells, cellOf, groupOf, cellsIn };
}

/** Codes with 0 for none: a cross has a cell for every row. */
function withNone(codes: Coded["codes"]): Int32Array {
  const shifted = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) shifted[row] = Math.max(0, (codes[row] ?? -1) + 1);
  return shifted;
}
