import type { Estimate } from "../../stats/estimate.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import {
  analysisRequest,
  type AnalysisItem,
  type AnalysisRequest,
  type AnalysisResult,
} from "../analysis/analysisApi.ts";
import type { Apart, Asking, ContrastFound } from "../figures/asking.ts";
import { disclosedDifference } from "../figures/disclosed.ts";
import type { ClaimContent } from "./claimsApi.ts";

/** The number of an item: an estimate, or a difference. */
export interface ClaimedItem {
  readonly kind: "item";
  readonly estimate: Estimate;
  readonly result: AnalysisResult;
}

/** A number of a contrast; its answer is written as that of its outcome. */
export interface ClaimedContrast {
  readonly kind: "contrast";
  readonly estimate: Estimate;
  readonly result: AnalysisResult;
  readonly contrast: ContrastFound;
}

/** Asks how far two groups or periods are apart on an item. */
export async function differenceIn(
  { request, item: wanted }: Extract<ClaimContent, { kind: "difference" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedItem> {
  const found = disclosedDifference(await asking.difference(study, { request, item: wanted }));
  const { variable, value, question } = found.item;
  const { first: _first, second: _second, adjustment: _adjustment, ...whom } = request;
  const isShare = found.first.kind === "estimate" && found.first.statistic === "share";
  const codebook = await asking.codebook(study);
  const result = asAnswer(found, {
    whom: { ...whom, question: question.name },
    statistic: isShare ? "shares" : "mean",
    title: question.title,
    askedIf: codebook.questions.find(({ name }) => name === question.name)?.askedIf ?? null,
    item: { variable, value },
  });
  return { kind: "item", estimate: found.difference, result };
}

/** Asks for a number of a contrast. */
export async function contrastIn(
  { request, number }: Extract<ClaimContent, { kind: "contrast" }>,
  study: string,
  asking: Asking,
): Promise<ClaimedContrast> {
  const contrast = disclosedDifference(await asking.contrast(study, { request, number }));
  const { filter, weight, exclusions, from, to, outcome: question } = request;
  const result = asAnswer(contrast, {
    whom: { filter, weight, exclusions, from, to, question },
    statistic: "mean",
    title: contrast.title,
    askedIf: null,
    item: { variable: null, value: null },
  });
  return { kind: "contrast", estimate: contrast.difference, result, contrast };
}

/** How two groups differ as the answer to a request about both together, which is what methods are told by. */
function asAnswer(
  { study, asOf, questionnaireVersions, weight, screening, problems, responses, difference }: Apart,
  about: {
    whom: Partial<AnalysisRequest>;
    statistic: AnalysisResult["request"]["statistic"];
    title: LocalisedText;
    askedIf: string | null;
    item: AnalysisItem;
  },
): AnalysisResult {
  const { whom, statistic, title, askedIf, item } = about;
  return {
    study,
    asOf,
    questionnaireVersions,
    weight,
    screening,
    problems,
    request: { ...analysisRequest.parse(whom), statistic },
    title,
    askedIf,
    responses: responses.first + responses.second,
    breakdowns: [],
    items: [item],
    groups: [{ codes: [], labels: [] }],
    windows: [],
    breaks: [],
    estimates: [[[difference]]],
    trends: null,
    changes: null,
    tests: null,
  };
}
