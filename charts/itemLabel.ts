import type { AnalysisItem } from "../server/analysis/analysisApi.ts";
import type { Reader } from "./figure.ts";

/** What tells the items of an answer apart, in their order: the code, the variable, or both where both differ. */
export function itemLabels(items: readonly AnalysisItem[], { read }: Pick<Reader, "read">): string[] {
  const variables = new Set(items.map(({ variable }) => variable?.name));
  return items.map(({ variable, value }) => {
    const ofVariable = variable === null ? "" : read(variable.label);
    if (value === null) return ofVariable;
    const isTick = variables.size === items.length;
    if (variables.size === 1 || isTick) return read(value.label);
    return `${ofVariable} · ${read(value.label)}`;
  });
}
