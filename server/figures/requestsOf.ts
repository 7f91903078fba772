import { analysisRequest, type AnalysisRequest } from "../analysis/analysisApi.ts";
import type { NeedsRequest } from "../needs/needsApi.ts";
import type { Look } from "./figuresApi.ts";

type LookOf<Kind extends Look["kind"]> = Extract<Look, { kind: Kind }>;

/** What a look asks first of all; what sums its bars up is asked beside it. */
export function requestsOf(look: Look): (AnalysisRequest | NeedsRequest)[] {
  switch (look.kind) {
    case "slope":
      return periodRequests(look);
    case "rumours":
      return look.claims.flatMap((claim) => Object.values(claimRequests(look, claim)));
    case "quadrant":
      return [look.request];
    default:
      return [estimateRequest(look)];
  }
}

/** The same request for each period. */
export function periodRequests({ request, periods }: LookOf<"slope">): AnalysisRequest[] {
  return periods.map((period) => ({ ...request, ...period }));
}

/** How many have heard a claim, and how many of them believe it. */
export function claimRequests(
  { kind: _kind, claims: _claims, ...among }: LookOf<"rumours">,
  { heard, believed }: LookOf<"rumours">["claims"][number],
): Record<"heard" | "believed", AnalysisRequest> {
  const whom = Object.fromEntries(Object.entries(among).filter(([, value]) => value !== undefined));
  const share = (indicator: AnalysisRequest["indicator"]): AnalysisRequest =>
    analysisRequest.parse({ ...whom, indicator });
  return { heard: share(heard), believed: share(believed) };
}

/** Bars that are divided need a share of each answer. */
export function estimateRequest({
  kind,
  request,
}: Exclude<Look, { kind: "slope" | "rumours" | "quadrant" }>): AnalysisRequest {
  return kind === "likert" || kind === "bands" ? { ...request, statistic: "shares" } : request;
}
