import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Mark, Reader } from "../figure.ts";
import { itemLabels } from "../itemLabel.ts";
import { markOf } from "../mark.ts";
import type { SlopeFigure } from "../publishedFigure.ts";
import { windowInWords } from "./followedLines.ts";
import { nOf } from "./nOf.ts";

/** Each item, or each group of a single one, in two periods. */
export function slopeLines(
  [first, second]: readonly [AnalysisResult, AnalysisResult],
  { title, all }: { title: string; all: string },
  reader: Reader,
): SlopeFigure {
  const sides = [first, second].map(({ windows }) => {
    const [window] = windows;
    return window === undefined ? "" : windowInWords(window, reader.language);
  });
  const labels = itemLabels(first.items, reader);
  const isMean = first.estimates.flat(2).some((each) => each.kind === "estimate" && each.statistic === "mean");
  const lines = first.items.flatMap((_, item) =>
    first.groups.map((group, place) => ({
      label: labelOf(labels[item] ?? "", group.labels.map((label) => reader.read(label)).join(" · "), {
        all,
        isOneItem: first.items.length === 1,
        isGrouped: first.breakdowns.length > 0,
      }),
      from: markAt(first, item, place),
      to: markAt(second, item, place),
    })),
  );
  return {
    kind: "slope",
    title,
    unit: isMean ? "mean" : "share",
    n: nOf(first) + nOf(second),
    sides: [sides[0] ?? "", sides[1] ?? ""],
    lines,
  };
}

function labelOf(
  item: string,
  group: string,
  { all, isOneItem, isGrouped }: { all: string; isOneItem: boolean; isGrouped: boolean },
): string {
  if (!isGrouped) return item || all;
  const named = group === "" ? all : group;
  return isOneItem ? named : `${item} · ${named}`;
}

function markAt({ estimates }: AnalysisResult, item: number, group: number): Mark | null {
  const estimate = estimates[item]?.[group]?.[0];
  return estimate === undefined ? null : markOf(estimate);
}
