import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import { claimOf } from "../../parts/result/claimsOf.ts";
import type { ClaimsOfTable, WantedClaim } from "../../parts/result/citing.ts";
import { requestsAClaim } from "./rumourChoice.ts";

/** Where what is shown of a rumour stands among its requests: who heard it, who believes it of all, and of those who heard. */
const shownOfRumour = [0, 1, 3];

/** What the numbers of everyone together are, a row a rumour, in the columns behind its name. */
export function citableSpread(results: readonly AnalysisResult[]): ClaimsOfTable {
  return rumoursIn(results).map((ofRumour) => [null, ...shownOfRumour.map((place) => ofRumour[place]?.at(-1) ?? null)]);
}

/** What those of groups are, of the measure at a place among a rumour's requests. */
export function citableGroups(results: readonly AnalysisResult[], measure: number): ClaimsOfTable {
  return rumoursIn(results).map((ofRumour) => [null, ...(ofRumour[measure] ?? [])]);
}

/** Of each rumour the claims of its requests, one a group. */
function rumoursIn(results: readonly AnalysisResult[]): WantedClaim[][][] {
  return Array.from({ length: results.length / requestsAClaim }, (_, rumour) =>
    results
      .slice(rumour * requestsAClaim, (rumour + 1) * requestsAClaim)
      .map(({ request, items: [item], groups }) =>
        item === undefined ? [] : groups.map(({ codes }) => claimOf(request, item, codes)),
      ),
  );
}
