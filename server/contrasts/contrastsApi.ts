import { z } from "zod";
import type { DifferenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import type { OddsRatio } from "../../stats/association/oddsRatio.ts";
import type { NotStandardised, StandardisedDifference } from "../../stats/association/standardisedDifference.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { NotFitted } from "../../stats/regression/regression.ts";
import type { ChoiceCode, LocalisedText } from "../../surveys/definition.ts";
import { adjustmentNames, condition, variable, whom, type AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { Condition } from "../estimates/conditions.ts";

/**
 * Body of `POST /api/studies/:study/contrasts`: how an outcome differs between those of whom a condition is true and
 * those of whom it is known to be false.
 *
 * `outcome` is a score or a number. `positive` says what counts as a yes of it, for odds ratios; left out, a score that
 * screens positive. `adjustedFor` are choices of one, options or bands that are held fixed as well.
 */
export const contrastsRequest = z.strictObject({
  ...whom,
  outcome: variable,
  positive: condition.optional(),
  contrasts: z.array(condition).min(1).max(40),
  adjustedFor: z.array(variable).max(8).default([]),
  adjustment: z.enum(adjustmentNames).default("holm"),
});

/** A checked request. */
export type ContrastsRequest = z.infer<typeof contrastsRequest>;

/** One of the two groups of a contrast. */
export interface ContrastGroup {
  /** Respondents of the group with an outcome. */
  readonly n: number;
  readonly mean: Estimate;
  /** The share with a yes; `null` where none is defined. */
  readonly positive: Estimate | null;
}

/** The difference of means, the others held fixed, in the outcome's unit. */
export type AdjustedDifference = Omit<DifferenceOfMeans, "kind"> & { readonly kind: "adjusted-difference" };

/** The odds ratio, the others held fixed. */
export type AdjustedOddsRatio = Omit<OddsRatio, "kind"> & { readonly kind: "adjusted-odds-ratio" };

/** The results of a contrast that are tested. */
export const contrastTests = ["difference", "oddsRatio", "adjustedDifference", "adjustedOddsRatio"] as const;

/** One of them. */
export type ContrastTest = (typeof contrastTests)[number];

/** How the outcome differs between the two groups of one condition, group 1 less group 0. */
export interface Contrast {
  readonly condition: Condition;
  readonly one: ContrastGroup;
  readonly other: ContrastGroup;
  readonly difference: DifferenceOfMeans | NotFitted;
  readonly standardised: StandardisedDifference | NotStandardised;
  readonly oddsRatio: OddsRatio | NotFitted | null;
  /** `null` where nothing is to be held fixed. */
  readonly adjustedDifference: AdjustedDifference | NotFitted | null;
  readonly adjustedOddsRatio: AdjustedOddsRatio | NotFitted | null;
  /** p values of the four tests, each adjusted for the number of contrasts in the request; `null` where there is no test. */
  readonly pValues: Readonly<Record<ContrastTest, number | null>>;
  /** Codes of what is held fixed that fewer than 30 of the contrast's respondents have, and so counted together. */
  readonly countedTogether: readonly { readonly variable: string; readonly codes: readonly ChoiceCode[] }[];
}

/** Answer of `POST /api/studies/:study/contrasts`. None of it shows which causes which. */
export interface ContrastsResult extends AnalysisOrigin {
  readonly request: ContrastsRequest;
  readonly responses: number;
  readonly title: LocalisedText;
  /** What counts as a yes of the outcome; `null` where nothing does. */
  readonly positive: Condition | null;
  readonly adjustedFor: readonly { readonly name: string; readonly title: LocalisedText }[];
  /** In the order of the request. */
  readonly contrasts: readonly Contrast[];
}
