import type { NeedsResult, StudiedTopic } from "../../../../server/needs/needsApi.ts";
import type { ClaimsOfTable } from "../../parts/result/citing.ts";

/**
 * What the shares of topics are, a row a topic, behind its rank and name: who needs it, and who of them is satisfied. A gap
 * is worked out of both, and no estimate that can be asked for.
 */
export function citableNeeds(
  { request: { topics, satisfiedIf, without: _without, ...whom } }: Pick<NeedsResult, "request">,
  ranked: readonly Pick<StudiedTopic, "variable">[],
): ClaimsOfTable {
  return ranked.map(({ variable }) => {
    const need = topics.find(({ satisfaction }) => satisfaction === variable)?.need;
    if (need === undefined) return [];
    const among = whom.filter === undefined ? need : { kind: "all" as const, of: [whom.filter, need] };
    const isSatisfied = { kind: "code" as const, variable, codes: satisfiedIf };
    return [
      null,
      null,
      { kind: "estimate", request: { ...whom, indicator: need } },
      { kind: "estimate", request: { ...whom, filter: among, indicator: isSatisfied } },
    ];
  });
}
