import { excludes, isMarkedBy, notScreened } from "./marks.ts";
import { reasons, type ReasonCounts } from "./qualityApi.ts";
import type { ScreenedRows } from "./screenedRows.ts";

/** How many each reason marked, how many of those are excluded, and how many it alone marked. */
export function reasonCounts({ marks }: Pick<ScreenedRows, "marks">): ReasonCounts[] {
  const rowsOf = new Map<number, number>();
  for (const bits of marks) if (bits !== notScreened && bits > 0) rowsOf.set(bits, (rowsOf.get(bits) ?? 0) + 1);
  const marked = [...rowsOf].map(([bits, rows]) => ({
    rows,
    isExcluded: excludes(bits),
    by: reasons.filter((reason) => isMarkedBy(bits, reason)),
  }));
  return reasons.map((reason) => {
    const own = marked.filter(({ by }) => by.includes(reason));
    const excluded = own.filter(({ isExcluded }) => isExcluded);
    return {
      reason,
      marked: sum(own),
      excluded: sum(excluded),
      excludedByItAlone: sum(excluded.filter(({ by }) => by.length === 1)),
    };
  });
}

function sum(groups: readonly { rows: number }[]): number {
  return groups.reduce((total, { rows }) => total + rows, 0);
}
