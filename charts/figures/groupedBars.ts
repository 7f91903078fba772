import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { BarFigure, Reader } from "../figure.ts";
import type { Unit } from "../format.ts";
import { markOf } from "../mark.ts";

/**
 * Groups of respondents beside each other: at each item a bar with its interval for every group of one breakdown.
 *
 * All together are left to the table, and so is the series: the first window is drawn.
 */
export function groupedBars(
  { groups, estimates, title, responses }: Pick<AnalysisResult, "groups" | "estimates" | "title" | "responses">,
  { labels, unit }: { labels: readonly string[]; unit: Unit },
  reader: Reader,
): BarFigure {
  const drawn = groups.flatMap(({ labels: [label] }, group) => (label === undefined ? [] : [{ label, group }]));
  return {
    kind: "groups",
    title: reader.read(title),
    unit,
    n: responses,
    places: labels.map((label) => ({ label, text: "" })),
    series: drawn.map(({ label, group }, place) => ({
      label: reader.read(label),
      // Begins one step in: the lightest colour is next to that of the ground.
      colour: { place: place + 1, of: drawn.length + 1 },
      marks: estimates.map((item) => {
        const estimate = item[group]?.[0];
        return estimate === undefined ? null : markOf(estimate);
      }),
    })),
  };
}
