import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { ComparedItem } from "../../../../server/analysis/comparisonApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { PageReader } from "../../reader.ts";
import type { GroupNames } from "./comparisonTable.tsx";
import { compareTexts } from "./compareTexts.ts";
import { labelOf } from "./comparisonWords.ts";

/** A comparison as it is copied and saved: both groups, the difference, its tests. */
export function savedComparison(
  items: readonly ComparedItem[],
  { title, groups }: { title: string; groups: GroupNames },
  { read, language }: PageReader,
): ResultTable {
  const words = (name: keyof typeof compareTexts): string => compareTexts[name][language];
  return {
    title,
    columns: [
      words("item"),
      "",
      `A ${groups.a}`,
      `B ${groups.b}`,
      words("difference"),
      "p",
      words("adjustedP"),
      words("standardised"),
    ],
    rows: items.map((item) => {
      const { answer, part, title: question } = labelOf(item, read);
      const { difference, first, second } = item;
      const isFound = difference.kind === "difference";
      return [
        part === "" ? question : `${question} – ${part}`,
        answer,
        first,
        second,
        asNet(item),
        isFound ? difference.pValue : null,
        isFound ? difference.adjustedPValue : null,
        isFound ? difference.standardised : null,
      ];
    }),
  };
}

/** An item's difference; one of shares is a net of theirs, and written in points. */
export function asNet({ difference, first }: ComparedItem): Estimate {
  if (difference.kind === "not-estimable") return difference;
  const isShare = first.kind === "estimate" && first.statistic === "share";
  return isShare ? { ...difference.estimate, statistic: "net" } : difference.estimate;
}
