import type { Tabulation } from "./tabulate.ts";

/**
 * The same counts with cells put together.
 *
 * @param groupOf for each cell the one it goes into, 0 to `groups` - 1; below 0 for none, which leaves its answers out.
 */
export function mergedCells(tabulation: Tabulation, groupOf: readonly number[], groups: number): Tabulation {
  const { cells, drawn } = tabulation;
  const merged = (values: Float64Array): Float64Array => {
    const sums = new Float64Array((values.length / cells) * groups);
    for (let place = 0; place < values.length; place++) {
      const group = groupOf[place % cells] ?? -1;
      if (group < 0) continue;
      const at = Math.floor(place / cells) * groups + group;
      sums[at] = (sums[at] ?? 0) + (values[place] ?? 0);
    }
    return sums;
  };
  return { cells: groups, drawn, ...eachOf(tabulation, merged) };
}

/** A tabulation as two cells, the answers of one of its cells last and all others first; made for one cell after the other. */
export function oneAgainstRest(tabulation: Tabulation): (cell: number) => Tabulation {
  const { cells, drawn } = tabulation;
  const whole = mergedCells(
    tabulation,
    Array.from({ length: cells }, () => 0),
    1,
  );
  const split =
    (cell: number) =>
    (values: Float64Array, sums: Float64Array): Float64Array => {
      const two = new Float64Array(2 * sums.length);
      for (let at = 0; at < sums.length; at++) {
        const own = values[at * cells + cell] ?? 0;
        two[2 * at] = (sums[at] ?? 0) - own;
        two[2 * at + 1] = own;
      }
      return two;
    };
  return (cell) => {
    const of = split(cell);
    const { groupWeight, groupSquaredWeight } = tabulation;
    return {
      cells: 2,
      drawn,
      count: of(tabulation.count, whole.count),
      weight: of(tabulation.weight, whole.weight),
      squaredWeight: of(tabulation.squaredWeight, whole.squaredWeight),
      groupWeight: groupWeight && of(groupWeight, whole.groupWeight ?? whole.weight),
      groupSquaredWeight: groupSquaredWeight && of(groupSquaredWeight, whole.groupSquaredWeight ?? whole.squaredWeight),
    };
  };
}

function eachOf(
  { count, weight, squaredWeight, groupWeight, groupSquaredWeight }: Tabulation,
  change: (values: Float64Array) => Float64Array,
): Omit<Tabulation, "cells" | "drawn"> {
  return {
    count: change(count),
    weight: change(weight),
    squaredWeight: change(squaredWeight),
    groupWeight: groupWeight && change(groupWeight),
    groupSquaredWeight: groupSquaredWeight && change(groupSquaredWeight),
  };
}
