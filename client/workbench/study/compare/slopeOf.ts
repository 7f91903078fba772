import type { ComparedItem, ComparisonResult } from "../../../../server/analysis/comparisonApi.ts";
import type { Makeable } from "../../parts/result/makeFigure.tsx";
import { isOfShares } from "./comparedRows.ts";

/**
 * What a figure asks that shows an item's question in both periods of a comparison, the earlier first; `null` where other
 * groups than periods are compared.
 *
 * Of a matrix it shows the item's own row: all its rows and answers would be more lines than can be told apart.
 */
export function slopeOf(
  item: ComparedItem,
  { study, request, items }: Pick<ComparisonResult, "study" | "request" | "items">,
): Makeable | null {
  const { first, second, weight, exclusions, filter } = request;
  if (first.kind !== "days" || second.kind !== "days") return null;
  const [earlier, later] = first.from <= second.from ? [first, second] : [second, first];
  const { variable } = item;
  const isRow = variable !== null && items.filter((each) => each.variable?.name === variable.name).length > 1;
  const question = isRow ? variable.name : item.question.name;
  return {
    study,
    look: {
      kind: "slope",
      request: {
        question,
        ...(!isOfShares(item) && { statistic: "mean" as const }),
        ...(weight !== undefined && { weight }),
        exclusions,
        ...(filter !== undefined && { filter }),
      },
      periods: [
        { from: earlier.from, to: earlier.to },
        { from: later.from, to: later.to },
      ],
    },
  };
}
