import type { AnalysisChange, AnalysisResult, AnalysisTrend } from "../server/analysis/analysisApi.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { Reader } from "./figure.ts";

/** One thing followed over time in one group: its points, and how it moved. */
export interface Followed {
  /** Empty where it is the only one, without a breakdown. */
  readonly label: string;
  /** In the order of the windows. */
  readonly estimates: readonly Estimate[];
  /** Of each stretch between breaks; `null` when they were not asked for, as is `change`. */
  readonly trends: readonly AnalysisTrend[] | null;
  readonly change: AnalysisChange | null;
}

/** What the answer to a request for a series holds: each item in each group, named by what tells them apart. */
export function followedIn(
  result: Pick<AnalysisResult, "items" | "groups" | "estimates" | "trends" | "changes">,
  { read }: Pick<Reader, "read">,
): Followed[] {
  const { items, groups, estimates, trends, changes } = result;
  const variables = new Set(items.map(({ variable }) => variable?.name));
  return items.flatMap(({ variable, value }, item) => {
    const ofVariable = variables.size > 1 && variable !== null ? [read(variable.label)] : [];
    const ofValue = items.length > variables.size && value !== null ? [read(value.label)] : [];
    const ofItem =
      ofVariable.length + ofValue.length === 0 && value !== null && items.length > 1 ? [read(value.label)] : [];
    return groups.map(({ labels }, group) => ({
      label: [...ofVariable, ...ofValue, ...ofItem, ...labels.map(read)].join(" · "),
      estimates: estimates[item]?.[group] ?? [],
      trends: trends?.[item]?.[group] ?? null,
      change: changes?.[item]?.[group] ?? null,
    }));
  });
}
