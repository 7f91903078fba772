import type { AffectingProblem, AnalysisResult, ScreeningUsed } from "../../../../server/analysis/analysisApi.ts";
import type { WeightUsed } from "../../../../server/weighting/weightingApi.ts";
import type { Estimate, IntervalMethod, Statistic } from "../../../../stats/estimate.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { PageReader } from "../../reader.ts";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import type { MethodPage } from "./methodPages.ts";
import { resultWords } from "./resultWords.ts";

/** How numbers came about, for who has to defend them. */
export interface Provenance {
  /** What was estimated, of whom: in the reader's words. */
  readonly statistic: string;
  readonly base: string;
  /** Responses in the period and filter, and those of them with an answer; `null` where each line has its own. */
  readonly responses: number;
  readonly answered: number | null;
  /** `null` where no number has one; `also` names the further methods of a table of several statistics. */
  readonly interval: {
    readonly method: IntervalMethod;
    readonly level: number;
    readonly also?: readonly IntervalMethod[];
  } | null;
  /** `preview` for those that a run would make, in a report of them. */
  readonly weight: WeightUsed | "preview";
  /** Whom screening left out; `null` where it was not applied. */
  readonly screening: ScreeningUsed | null;
  /** What is known to be wrong with the answers. */
  readonly problems: readonly AffectingProblem[];
  /** In the reader's words; empty for everyone. */
  readonly filter: string;
  /** First and last day; `null` for no limit. */
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  readonly pages: readonly MethodPage[];
}

/** How the answer of an analysis request came about. */
export function provenanceOf(result: AnalysisResult, codebook: Codebook, reader: PageReader): Provenance {
  const { request, responses, weight, screening, problems, asOf, askedIf, windows, estimates } = result;
  const all = estimates.flat(2);
  const togetherOfEach = windows.length === 1 ? estimates.flatMap((groups) => groups.at(-1) ?? []) : null;
  return {
    statistic: statisticsInWords(all, reader),
    base: baseInWords(askedIf, reader),
    responses,
    answered: togetherOfEach === null ? null : Math.max(0, ...togetherOfEach.map(({ n }) => n)),
    interval: intervalOf(all),
    weight,
    screening,
    problems,
    filter: request.filter === undefined ? "" : conditionInWords(request.filter, codebook, reader),
    period: { from: request.from ?? null, to: request.to ?? null },
    asOf,
    pages: pagesOf(all),
  };
}

/** What was estimated, in the reader's words. */
export function statisticInWords(statistic: Statistic, { language }: Pick<PageReader, "language">): string {
  return resultWords[`statistic-${statistic}`][language];
}

/** Of whom a share is, in the reader's words. */
export function baseInWords(askedIf: string | null, { language }: Pick<PageReader, "language">): string {
  return askedIf === null
    ? resultWords.baseAnswered[language]
    : `${resultWords.baseAsked[language]} (${resultWords.askedIf[language]} ${askedIf})`;
}

/** What a table's estimates are, each statistic once, in the reader's words. */
export function statisticsInWords(estimates: readonly Estimate[], reader: Pick<PageReader, "language">): string {
  const found = [...statisticsOf(estimates)];
  return found.map((statistic) => statisticInWords(statistic, reader)).join("; ");
}

function statisticsOf(estimates: readonly Estimate[]): Set<Statistic> {
  return new Set(estimates.flatMap((estimate) => (estimate.kind === "estimate" ? [estimate.statistic] : [])));
}

/** The intervals that a table's estimates have, all of one level. */
export function intervalOf(estimates: readonly Estimate[]): Provenance["interval"] {
  const intervals = estimates.flatMap((estimate) =>
    estimate.kind === "estimate" && estimate.interval !== null ? [estimate.interval] : [],
  );
  const [first] = intervals;
  if (first === undefined) return null;
  const [method = first.method, ...also] = new Set(intervals.map((interval) => interval.method));
  return { method, level: first.level, also };
}

/** The pages that explain estimates: how the numbers, and how the intervals are made. */
export function pagesOf(estimates: readonly Estimate[]): MethodPage[] {
  const statistics = statisticsOf(estimates);
  return [
    "methods/estimates-and-errors.md",
    ...(statistics.has("share") ? (["methods/share-intervals.md"] as const) : []),
    ...(statistics.has("quantile") ? (["methods/quantiles.md"] as const) : []),
    "weighting.md",
  ];
}
