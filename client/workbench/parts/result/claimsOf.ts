import type { AnalysisItem, AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { ComparedItem, ComparisonResult } from "../../../../server/analysis/comparisonApi.ts";
import type { ChoiceCode } from "../../../../surveys/definition.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import type { ClaimsOfTable, WantedClaim } from "./citing.ts";

/** The number of an item in a group, from the answer to a request. */
export function claimOf(request: WantedAnalysis, item: AnalysisItem, group: readonly ChoiceCode[]): WantedClaim {
  return { kind: "estimate", request, item: named(item), group };
}

/** What the numbers of a table are whose rows are the items of the answers and whose columns are their groups. */
export function claimsOfGroups(results: readonly AnalysisResult[]): ClaimsOfTable {
  return results.flatMap(({ request, items, groups }) =>
    items.map((item) => [null, ...groups.map(({ codes }) => claimOf(request, item, codes))]),
  );
}

/** What those of a series are, a row a window, a column each item in each group: of the window's days alone. */
export function claimsOfSeries({ request, items, groups, windows }: AnalysisResult): ClaimsOfTable {
  const { every: _every, also: _also, ...rest } = request;
  return windows.map((window) => [
    null,
    ...items.flatMap((item) => groups.map(({ codes }) => claimOf({ ...rest, ...window }, item, codes))),
  ]);
}

/** What the differences of a comparison are, a row each item, in the first column behind its name. */
export function claimsOfComparison(
  { request }: Pick<ComparisonResult, "request">,
  items: readonly ComparedItem[],
): ClaimsOfTable {
  return items.map((item) => [null, { kind: "difference", request, item: named(item) }]);
}

function named({ variable, value }: AnalysisItem) {
  return { ...(variable !== null && { variable: variable.name }), ...(value !== null && { code: value.code }) };
}
