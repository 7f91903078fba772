import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { DotFigure, Reader } from "../figure.ts";
import { itemLabels } from "../itemLabel.ts";
import { markOf, unitOf } from "../mark.ts";
import { nOf } from "./nOf.ts";

/** Most things that are told apart by the shape of their dots. */
const mostDotSeries = 3;

/** Groups of respondents under each other, all together last: at each the first items' numbers with their intervals. */
export function groupDots(
  result: AnalysisResult,
  { title, all }: { title: string; all: string },
  reader: Reader,
): DotFigure {
  const { groups, estimates, items } = result;
  const found = estimates.flat(2).find((estimate) => estimate.kind === "estimate");
  const labels = itemLabels(items, reader);
  return {
    kind: "dots",
    title,
    unit: found === undefined ? "share" : unitOf(found),
    n: nOf(result),
    places: groups.map((group) => ({
      label: group.labels.length === 0 ? all : group.labels.map((label) => reader.read(label)).join(" · "),
    })),
    series: items.slice(0, mostDotSeries).map((_, item) => ({
      label: labels[item] ?? "",
      marks: groups.map((__, group) => {
        const estimate = estimates[item]?.[group]?.[0];
        return estimate === undefined ? null : markOf(estimate);
      }),
    })),
    reference: null,
  };
}
