import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { ComparedItem } from "../../../../server/analysis/comparisonApi.ts";
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
        // A difference of shares is a net of theirs, and written in points.
        isFound ? asNet(difference.estimate, first) : difference,
        isFound ? difference.pValue : null,
        isFound ? difference.adjustedPValue : null,
        isFound ? difference.standardised : null,
      ];
    }),
  };
}

function asNet(
  estimate: Extract<ComparedItem["difference"], { kind: "difference" }>["estimate"],
  first: ComparedItem["first"],
): ComparedItem["first"] {
  const isShare = first.kind === "estimate" && first.statistic === "share";
  return isShare ? { ...estimate, statistic: "net" } : estimate;
}
