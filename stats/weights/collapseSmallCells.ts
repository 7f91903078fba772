import { weightedRowsIn } from "./weightedRowsIn.ts";
import type { Margin, RowsToWeight } from "./rake.ts";

/** A cell that was too small to stand for its part of the population, and the one that took it in. */
export interface CollapsedCell {
  readonly category: number;
  readonly into: number;
  readonly respondents: number;
}

/** A margin without small cells, or the cell that the rule leaves too small. */
export type CollapsedMargin =
  | { readonly kind: "margin"; readonly margin: Margin; readonly collapsed: readonly CollapsedCell[] }
  | { readonly kind: "cell-too-small"; readonly category: number; readonly respondents: number };

/**
 * Puts the small cells of a margin together with their neighbours, before it is post-stratified to.
 *
 * The emptied category keeps its code with a share of 0.
 *
 * @param neighbours for each category the one it goes into when it is small; -1 for none, itself to stay as it is
 *   however small.
 * @param fewest respondents of positive weight that a cell needs.
 */
export function collapseSmallCells(
  margin: Margin,
  baseWeights: Float64Array | null,
  { neighbours, fewest = 10, ...size }: RowsToWeight & { neighbours: Int32Array; fewest?: number },
): CollapsedMargin {
  const respondents = weightedRowsIn(margin, baseWeights, size);
  const shares = Float64Array.from(margin.shares);
  const home = Int32Array.from({ length: margin.categories }, (_, category) => category);
  const collapsed: CollapsedCell[] = [];
  for (;;) {
    const category = smallest(respondents, shares, { neighbours, fewest });
    if (category < 0) break;
    const into = homeOf(neighbours[category] ?? -1, home);
    const count = respondents[category] ?? 0;
    if (into < 0 || into === category) return { kind: "cell-too-small", category, respondents: count };
    collapsed.push({ category, into, respondents: count });
    home[category] = into;
    respondents[into] = (respondents[into] ?? 0) + count;
    shares[into] = (shares[into] ?? 0) + (shares[category] ?? 0);
    respondents[category] = 0;
    shares[category] = 0;
  }
  const codes = Int32Array.from(margin.codes, (code) => homeOf(code, home));
  return { kind: "margin", margin: { ...margin, codes, shares }, collapsed };
}

/** The category with the fewest respondents below the limit; -1 where all have enough or stay as they are. */
function smallest(
  respondents: Float64Array,
  shares: Float64Array,
  { neighbours, fewest }: { neighbours: Int32Array; fewest: number },
): number {
  let found = -1;
  for (const [category, count] of respondents.entries()) {
    if (count >= fewest || neighbours[category] === category || (count === 0 && shares[category] === 0)) continue;
    if (found < 0 || count < (respondents[found] ?? 0)) found = category;
  }
  return found;
}

function homeOf(category: number, home: Int32Array): number {
  let at = category;
  while (at >= 0 && home[at] !== at) at = home[at] ?? -1;
  return at;
}
