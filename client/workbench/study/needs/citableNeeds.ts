import type { NeedsResult, StudiedTopic } from "../../../../server/needs/needsApi.ts";
import type { ClaimsOfTable } from "../../parts/result/citing.ts";

/** What the numbers of topics are, a row a topic, behind its rank and name: who needs it, who of them is satisfied, the gap. */
export function citableNeeds(
  { request }: Pick<NeedsResult, "request">,
  ranked: readonly Pick<StudiedTopic, "variable">[],
): ClaimsOfTable {
  const { topics, satisfiedIf, without: _without, ...whom } = request;
  return ranked.map(({ variable }) => {
    const topic = topics.find(({ satisfaction }) => satisfaction === variable);
    if (topic === undefined) return [];
    const { need } = topic;
    const among = whom.filter === undefined ? need : { kind: "all" as const, of: [whom.filter, need] };
    const isSatisfied = { kind: "code" as const, variable, codes: satisfiedIf };
    return [
      null,
      null,
      { kind: "estimate", request: { ...whom, indicator: need } },
      { kind: "estimate", request: { ...whom, filter: among, indicator: isSatisfied } },
      { kind: "gap", request: { ...request, topics: [topic] } },
    ];
  });
}
