import { z } from "zod";
import type { Estimate, NotEstimable } from "../../stats/estimate.ts";
import type { WindowDifference } from "../../stats/trends/windowDifference.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { adjustmentNames, condition, whom, type AnalysisItem, type AnalysisOrigin } from "./analysisApi.ts";

/**
 * A comparison request: two groups of respondents, or the respondents of two periods, on every question of the study at
 * once. `docs/analysis.md` explains every part. Nobody may be in both groups.
 */
export const comparisonRequest = z.strictObject({
  first: condition,
  second: condition,
  ...whom,
  level: z.number().min(0.5).max(0.999).default(0.95),
  adjustment: z.enum(adjustmentNames).default("benjamini-hochberg"),
});

/** A checked comparison request. */
export type ComparisonRequest = z.infer<typeof comparisonRequest>;

/** How an item differs between the groups, with p values of its test alone and for being one of them all. */
export type ItemDifference = WindowDifference & { readonly adjustedPValue: number };

/** An item in both groups and the first group's less the second's. */
export interface ComparedItem extends AnalysisItem {
  /** What it is an item of: the question or the scale. */
  readonly question: { readonly name: string; readonly title: LocalisedText };
  readonly first: Estimate;
  readonly second: Estimate;
  readonly difference: ItemDifference | NotEstimable;
}

/** Of what a comparison is, and of how many. */
export interface ComparisonOrigin extends AnalysisOrigin {
  /** The request as it was understood, defaults filled in. */
  readonly request: ComparisonRequest;
  /** Responses of each group, whatever their weight and answers. */
  readonly responses: { readonly first: number; readonly second: number };
}

/** Answer of `POST /api/studies/:study/comparisons`. */
export interface ComparisonResult extends ComparisonOrigin {
  /** In the order of the questionnaire, scales behind. */
  readonly items: readonly ComparedItem[];
  /** How many differences were tested and so adjusted together. */
  readonly tests: number;
}
