import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { Language } from "../../surveys/language.ts";
import type { Reader } from "../figure.ts";
import { formatUncertainty } from "../format.ts";
import { itemLabels } from "../itemLabel.ts";
import { markOf, textOf, unitOf } from "../mark.ts";
import type { HeatCell, HeatFigure } from "../publishedFigure.ts";
import { nOf } from "./nOf.ts";

/** A row for each item, a column for each group and one for all together. */
export function heatTable(
  result: AnalysisResult,
  { title, all }: { title: string; all: string },
  reader: Reader,
): HeatFigure {
  const { groups, estimates, items } = result;
  const found = estimates.flat(2).find((estimate) => estimate.kind === "estimate");
  return {
    kind: "heat",
    title,
    unit: found === undefined ? "share" : unitOf(found),
    n: nOf(result),
    columns: groups.map((group) =>
      group.labels.length === 0 ? all : group.labels.map((label) => reader.read(label)).join(" · "),
    ),
    rows: itemLabels(items, reader).map((label, item) => ({
      label,
      cells: groups.map((_, group) => cellOf(estimates[item]?.[group]?.[0], reader.language)),
    })),
  };
}

/** A number with its interval in words. */
export function cellOf(estimate: Estimate | undefined, language: Language): HeatCell {
  if (estimate === undefined) return { mark: null, text: "–", interval: "" };
  const mark = markOf(estimate);
  const text = textOf(estimate, language);
  if (mark === null || estimate.kind !== "estimate") return { mark: null, text, interval: "" };
  return { mark, text, interval: formatUncertainty(mark, unitOf(estimate), { language, n: estimate.n }) };
}
