import type { Estimate } from "../../stats/estimate.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { analysisRequest, type AnalysisResult } from "../analysis/analysisApi.ts";
import { onlyPlace } from "../analysis/onlyPlace.ts";
import { refusal } from "../analysis/refusal.ts";
import { variablesOf } from "../estimates/conditions.ts";
import type { Asking } from "../figures/asking.ts";
import { questionsOf } from "../figures/askedOf.ts";
import { disclosedDifference, disclosedResult } from "../figures/disclosed.ts";
import type { ClaimContent } from "./claimsApi.ts";

/** The one number that a claim is of, fit for the public. */
export interface ClaimedNumber {
  readonly estimate: Estimate;
  /** The answer it was picked from, with nothing else in it. */
  readonly result: AnalysisResult;
}

/**
 * Asks what a claim asks and picks its number.
 *
 * @throws {Problem} `invalid-parameter` naming the part that cannot be met, or that picks no number or several.
 */
export async function claimedNumber(content: ClaimContent, study: string, asking: Asking): Promise<ClaimedNumber> {
  return content.kind === "estimate" ? estimateIn(content, study, asking) : differenceIn(content, study, asking);
}

/** The questions, scores and breakdowns whose answers a claim shows, each once. */
export function askedByClaim(content: ClaimContent, codebook: Codebook): string[] {
  return questionsOf(variablesOfClaim(content), codebook);
}

/** Names of the questions, variables, scores and breakdowns that a claim reads. */
export function variablesOfClaim({ request, item }: ClaimContent): string[] {
  const conditions =
    "first" in request ? [request.first, request.second, request.filter] : [request.indicator, request.filter];
  const named = "first" in request ? [item.variable] : [request.question, ...request.by];
  return [
    ...named.flatMap((name) => name ?? []),
    ...conditions.flatMap((each) => (each === undefined ? [] : variablesOf(each))),
  ];
}

async function estimateIn(
  { request, item: wanted, group: codes }: Extract<ClaimContent, { kind: "estimate" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedNumber> {
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
  return { estimate, result: narrowed(result, { item, group, estimate }) };
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

async function differenceIn(
  { request, item: wanted }: Extract<ClaimContent, { kind: "difference" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedNumber> {
  const found = disclosedDifference(await asking.difference(study, { request, item: wanted }));
  const { first, difference: estimate } = found;
  const { variable, value, question } = found.item;
  const { first: _first, second: _second, adjustment: _adjustment, ...whom } = request;
  const isShare = first.kind === "estimate" && first.statistic === "share";
  const codebook = await asking.codebook(study);
  const result = disclosedResult({
    ...found,
    request: { ...analysisRequest.parse({ ...whom, question: question.name }), statistic: isShare ? "shares" : "mean" },
    title: question.title,
    askedIf: codebook.questions.find(({ name }) => name === question.name)?.askedIf ?? null,
    responses: found.responses.first + found.responses.second,
    breakdowns: [],
    items: [{ variable, value }],
    groups: [{ codes: [], labels: [] }],
    windows: [],
    breaks: [],
    estimates: [],
    trends: null,
    changes: null,
    tests: null,
  });
  return { estimate, result: { ...result, estimates: [[[estimate]]] } };
}
