import type { Estimate } from "../../stats/estimate.ts";
import type { AnalysisResult } from "../analysis/analysisApi.ts";
import { onlyPlace } from "../analysis/onlyPlace.ts";
import { refusal } from "../analysis/refusal.ts";
import type { Asking } from "../figures/asking.ts";
import { disclosedResult } from "../figures/disclosed.ts";
import type { NeedsResult } from "../needs/needsApi.ts";
import { contrastIn, differenceIn, type ClaimedContrast, type ClaimedItem } from "./claimedApart.ts";
import type { ClaimContent } from "./claimsApi.ts";

/** The one number that a claim is of, fit for the public, with the answer it was picked from and nothing else in that. */
export type ClaimedNumber = ClaimedItem | ClaimedGap | ClaimedContrast;

/** The gap of a topic that people need. */
export interface ClaimedGap {
  readonly kind: "gap";
  readonly estimate: Estimate;
  readonly result: NeedsResult;
}

/**
 * Asks what a claim asks and picks its number.
 *
 * @throws {Problem} `invalid-parameter` naming the part that cannot be met, or that picks no number or several.
 */
export async function claimedNumber(content: ClaimContent, study: string, asking: Asking): Promise<ClaimedNumber> {
  switch (content.kind) {
    case "estimate":
      return estimateIn(content, study, asking);
    case "difference":
      return differenceIn(content, study, asking);
    case "gap":
      return gapIn(content, study, asking);
    case "contrast":
      return contrastIn(content, study, asking);
  }
}

async function estimateIn(
  { request, item: wanted, group: codes }: Extract<ClaimContent, { kind: "estimate" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedItem> {
  if (request.every !== undefined)
    throw refusal("request.every", "no-series", {
      "zh-CN": "可核数字不按时间展开，请写明 from 与 to",
      en: "A claim is of no series: say from and to instead of every",
    });
  const result = disclosedResult(await asking.analyse(study, request));
  const item = onlyPlace(result.items, wanted);
  const group = result.groups.findIndex(
    (each) => each.codes.length === codes.length && each.codes.every((code, place) => code === codes[place]),
  );
  const estimate = result.estimates[item]?.[group]?.[0];
  if (estimate === undefined)
    throw refusal("group", "unknown-group", { "zh-CN": "没有这个组", en: "There is no such group" });
  return { kind: "item", estimate, result: narrowed(result, { item, group, estimate }) };
}

function narrowed(
  result: AnalysisResult,
  { item, group, estimate }: { item: number; group: number; estimate: Estimate },
): AnalysisResult {
  return {
    ...result,
    items: result.items.slice(item, item + 1),
    groups: result.groups.slice(group, group + 1),
    estimates: [[[estimate]]],
  };
}

async function gapIn(
  { request }: Extract<ClaimContent, { kind: "gap" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedGap> {
  const result = await asking.needs(study, request);
  const [topic] = result.topics;
  if (topic === undefined) throw new RangeError("a request has a topic");
  const gapAlone = { ...topic, need: untold, satisfied: untold };
  return { kind: "gap", estimate: topic.gap, result: { ...result, topics: [gapAlone] } };
}

const untold: Estimate = { kind: "not-estimable", reason: "withheld", n: 0 };
