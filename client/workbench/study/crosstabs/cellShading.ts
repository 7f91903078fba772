import { judge } from "../../../../charts/judgement.ts";
import type { Crosstab, CrosstabCell, CrosstabRow } from "./crosstab.ts";
import type { Shading } from "./wantedCrosstab.ts";

/** The ground of a cell: which of the two colours, and how much of it, 0 to 1. */
export interface CellGround {
  readonly side: "above" | "below";
  readonly depth: number;
}

/** A distance from the total at which the ground is deepest, as a share. */
const farthest = 0.15;

/** The grounds of a table's cells; `null` for what is not a share, not shown, or not wanted. */
export function groundsOf(
  { blocks }: Crosstab,
  shading: Shading,
): (row: CrosstabRow, cell: CrosstabCell) => CellGround | null {
  const all = blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(shareIn)));
  const largest = Math.max(0, ...all.map((share) => share ?? 0));
  return (row, cell) => {
    const share = shareIn(cell);
    if (share === null || shading === "none") return null;
    if (shading === "share") return largest === 0 ? null : { side: "above", depth: share / largest };
    const total = shareIn(row.cells.at(-1) ?? cell);
    if (total === null || share === total) return null;
    return { side: share > total ? "above" : "below", depth: Math.min(1, Math.abs(share - total) / farthest) };
  };
}

function shareIn({ estimate }: CrosstabCell): number | null {
  const judgement = judge(estimate);
  return judgement.kind === "shown" && judgement.estimate.statistic === "share" ? judgement.estimate.value : null;
}
