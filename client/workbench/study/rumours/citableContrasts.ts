import type { ContrastsResult, ContrastTest } from "../../../../server/contrasts/contrastsApi.ts";
import type { ClaimsOfTable, WantedClaim } from "../../parts/result/citing.ts";
import { isComparable } from "./contrastFigure.ts";

/** The tests that there are, in the order of their columns. */
export function testsOf({ adjustedFor, positive }: Pick<ContrastsResult, "adjustedFor" | "positive">): ContrastTest[] {
  const isAdjusted = adjustedFor.length > 0;
  return [
    "difference",
    ...(isAdjusted ? (["adjustedDifference"] as const) : []),
    ...(positive === null ? [] : (["oddsRatio"] as const)),
    ...(positive === null || !isAdjusted ? [] : (["adjustedOddsRatio"] as const)),
  ];
}

/** What the numbers of contrasts are, a row a condition, behind its name: the means of both groups, then the tests. */
export function citableContrasts(result: ContrastsResult): ClaimsOfTable {
  const { request } = result;
  const { outcome, adjustedFor, filter, weight, exclusions, from, to } = request;
  return result.contrasts.map((contrast) => {
    const { condition } = contrast;
    const meanOf = (group: typeof condition): WantedClaim => {
      const among = filter === undefined ? group : { kind: "all" as const, of: [filter, group] };
      const whom = { filter: among, weight, exclusions, from, to };
      return { kind: "estimate", request: { question: outcome, statistic: "mean", ...whom } };
    };
    const tests = testsOf(result).map((number): WantedClaim | null => {
      const found = contrast[number];
      if (found === null || found.kind === "not-estimable" || !isComparable(contrast)) return null;
      const held = number === "difference" || number === "oddsRatio" ? [] : adjustedFor;
      return { kind: "contrast", request: { ...request, contrasts: [condition], adjustedFor: held }, number };
    });
    return [null, meanOf(condition), meanOf({ kind: "not", of: condition }), ...tests];
  });
}
