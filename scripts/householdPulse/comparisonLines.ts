import type { ComparedCell } from "./recompute.ts";

/** How published figures and ours compare, a line each, those that differ one by one. */
export function comparisonLines(cells: readonly ComparedCell[]): string[] {
  const different = cells.filter(({ isEqual }) => !isEqual);
  return [
    ...different.map(differenceLine),
    ...sizeLines(cells),
    ...intervalLines(cells),
    `${cells.length - different.length} of ${cells.length} cells equal the published decimal`,
  ];
}

function differenceLine({ week, group, subgroup, indicator, published, estimate }: ComparedCell): string {
  const ours =
    estimate === null
      ? "these files do not tell this subgroup or indicator"
      : estimate.kind === "estimate"
        ? `ours ${(100 * estimate.value).toFixed(4)} of ${estimate.n} answers`
        : `ours cannot be estimated: ${estimate.reason}`;
  return `  week ${week}, ${group}, ${subgroup}, ${indicator}: published ${published}, ${ours}`;
}

function sizeLines(cells: readonly ComparedCell[]): string[] {
  const sized = cells.filter(({ n, estimate }) => n !== null && estimate !== null);
  const same = sized.filter(({ n, estimate }) => estimate?.n === n);
  return sized.length === 0 ? [] : [`${same.length} of ${sized.length} cells have the published number of answers`];
}

/** Published intervals come from replicate weights that the files do not have: ours are compared as bands. */
function intervalLines(cells: readonly ComparedCell[]): string[] {
  const ratios = cells.flatMap(({ interval, estimate }) => {
    if (interval === null || estimate?.kind !== "estimate" || estimate.interval === null) return [];
    const { lower, upper } = estimate.interval;
    const isOverlapping = 100 * lower <= interval.high && 100 * upper >= interval.low;
    return [{ isOverlapping, width: (100 * (upper - lower)) / (interval.high - interval.low) }];
  });
  if (ratios.length === 0) return [];
  const widths = ratios.map(({ width }) => width).sort((one, other) => one - other);
  const at = (share: number): string => (widths[Math.floor(share * (widths.length - 1))] ?? 0).toFixed(2);
  const overlapping = ratios.filter(({ isOverlapping }) => isOverlapping).length;
  return [
    `${overlapping} of ${ratios.length} intervals overlap the published ones; width ours/published: median ${at(0.5)} (5-95%: ${at(0.05)}-${at(0.95)})`,
  ];
}
