import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Reader } from "../figure.ts";
import { itemLabels } from "../itemLabel.ts";
import { markOf, textOf, unitOf } from "../mark.ts";
import type { PlainBars } from "../publishedFigure.ts";
import { nOf } from "./nOf.ts";

/** A bar with its interval for each thing that was estimated, of everyone together in the first window. */
export function resultBars(result: AnalysisResult, title: string, reader: Reader): PlainBars {
  const estimates = result.estimates.flatMap((groups) => groups.at(-1)?.[0] ?? []);
  const found = estimates.find((estimate) => estimate.kind === "estimate");
  return {
    kind: "bars",
    title,
    unit: found === undefined ? "share" : unitOf(found),
    n: nOf(result),
    places: itemLabels(result.items, reader).map((label, place) => {
      const estimate = estimates[place];
      return { label: label || title, text: estimate === undefined ? "" : textOf(estimate, reader.language) };
    }),
    series: [{ label: title, colour: "single", marks: estimates.map(markOf) }],
  };
}
