import { z } from "zod";
import type { CramersV } from "../../stats/crosstabs/cramersV.ts";
import type { RaoScott } from "../../stats/crosstabs/raoScott.ts";
import type { Estimate, NotEstimable } from "../../stats/estimate.ts";
import type { NotFitted } from "../../stats/regression/regression.ts";
import type { EstimatedChange, NoChange } from "../../stats/trends/change.ts";
import type { LineChange } from "../../stats/trends/lineChange.ts";
import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode, LocalisedText } from "../../surveys/definition.ts";
import type { Translated } from "../../surveys/language.ts";
import type { Condition } from "../estimates/conditions.ts";
import { weightWanted, type WeightUsed } from "../weighting/weightingApi.ts";

/** A code of a choice. */
export const code = z.union([z.string().max(200), z.number(), z.boolean()]);
/** Codes of a choice. */
export const codes = z.array(code).min(1).max(200);

/** Name of a question, one of its variables, or a score. */
export const variable = z.string().min(1).max(200);
export const day = z.iso.date();

/** Something that is true of a respondent or not, as `server/estimates/conditions.ts` explains it. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("code"), variable, codes }),
    z.strictObject({ kind: z.literal("ticked"), variable }),
    z.strictObject({ kind: z.literal("number"), variable, from: z.number(), to: z.number() }),
    z.strictObject({ kind: z.literal("days"), from: day, to: day }),
    z.strictObject({ kind: z.literal("not"), of: condition }),
    z.strictObject({ kind: z.enum(["all", "any"]), of: z.array(condition).min(1).max(20) }),
  ]),
);

/** What can be estimated of an item. */
export const statistics = ["shares", "share", "net", "mean", "quantile"] as const;

/** How the points of a series are made: single days, ISO weeks, or days with the six before them. */
export const step = z.enum(["day", "week", "7-days"]);

/** How p values are adjusted for being several. */
export const adjustmentNames = ["holm", "bonferroni", "benjamini-hochberg", "none"] as const;

/** The intervals that a share may be given with; means and quantiles have the one of their own. */
const shareIntervals = ["korn-graubard", "beta", "wilson", "logit", "asin", "student-t"] as const;

/** Whether those count whom screening excludes. */
export const exclusionsWanted = z.enum(["applied", "none"]);

/** Of whom a request is, and how they count. */
export const whom = {
  filter: condition.optional(),
  weight: weightWanted.optional(),
  exclusions: exclusionsWanted.default("applied"),
  from: day.optional(),
  to: day.optional(),
};

/**
 * An analysis request: what is wanted of whom, how it is estimated and when. `docs/analysis.md` explains every part.
 *
 * Exactly one of `question` (a question, variable or score) and `indicator` (the share of whom a condition is true).
 */
export const analysisRequest = z.strictObject({
  question: variable.optional(),
  indicator: condition.optional(),
  statistic: z.enum(statistics).optional(),
  codes: codes.optional(),
  against: codes.optional(),
  without: codes.optional(),
  probability: z.number().gt(0).lt(1).optional(),
  by: z.array(variable).max(2).default([]),
  ...whom,
  interval: z.enum(shareIntervals).default("korn-graubard"),
  level: z.number().min(0.5).max(0.999).default(0.95),
  every: step.optional(),
  also: z
    .array(z.enum(["trend", "change"]))
    .max(2)
    .default([]),
  adjustment: z.enum(adjustmentNames).default("holm"),
});

/** A checked request. */
export type AnalysisRequest = z.infer<typeof analysisRequest>;

/** Body of `POST /api/studies/:study/estimates/together`: requests that are answered as one, in their order. */
export const analysisRequests = z.strictObject({ requests: z.array(analysisRequest).min(1).max(200) });

/** One thing that is estimated: a question's option, a row of a matrix, or the whole of either. */
export interface AnalysisItem {
  /** The variable it comes from, and its wording; `null` for an indicator. */
  readonly variable: { readonly name: string; readonly label: LocalisedText } | null;
  /** The code whose share it is; `null` where it is not the share of one. */
  readonly value: CodedValue | null;
}

/** A group of respondents: a code of each breakdown in the order of `by`. Without codes: all who are in a group. */
export interface AnalysisGroup {
  readonly codes: readonly ChoiceCode[];
  readonly labels: readonly LocalisedText[];
}

/** Days whose respondents are together; both ends belong to it. */
export interface AnalysisWindow {
  readonly from: string;
  readonly to: string;
}

/** How the last point of a series differs from the one a week before it. */
export type AnalysisChange =
  | (Pick<EstimatedChange, "kind" | "estimate" | "z" | "pValue" | "smallestDetectable"> & {
      readonly from: AnalysisWindow;
      readonly to: AnalysisWindow;
    })
  | { readonly kind: "not-estimable"; readonly reason: NoChange["reason"] | "no-week-before"; readonly n: number };

/** Whether a series has a trend over days: one test over all respondents. `docs/methods/trends.md` explains it. */
export type AnalysisTrend =
  | {
      readonly kind: "trend";
      readonly within: AnalysisWindow;
      readonly model: "linear" | "logistic";
      /** Of the slope; `null` where nothing varies about it. */
      readonly pValue: number | null;
      /** In the item's own unit, a share from 0 to 1. */
      readonly perDay: LineChange;
      readonly overall: AnalysisWindow & LineChange;
      /** Whether a line is too simple: of the test for a bend; `null` where it cannot be tested. */
      readonly bendPValue: number | null;
      readonly n: number;
    }
  | {
      readonly kind: "not-estimable";
      readonly within: AnalysisWindow;
      readonly reason: NotFitted["reason"];
      readonly n: number;
    };

/** A question and a breakdown, or an option of several and a breakdown, tested for going together. */
export interface AnalysisAssociation {
  readonly variable: string;
  readonly raoScott: RaoScott | NotEstimable;
  readonly cramersV: CramersV | NotEstimable;
}

/** How a group's share of an item compares with the other groups': a cell of a crosstab. */
export type ComparedGroup =
  | {
      readonly kind: "compared";
      /** A for the first group, B for the second. */
      readonly letter: string;
      /** Letters of the groups whose share is significantly lower, at 5% after the adjustment within the item. */
      readonly isHigherThan: readonly string[];
    }
  | NotEstimable;

/** The tests of a crosstab: shares by one breakdown. */
export interface AnalysisTests {
  readonly associations: readonly AnalysisAssociation[];
  /** For each item each of its groups, all together left out. */
  readonly compared: readonly (readonly ComparedGroup[])[];
}

/** By which version of a study's marks responses were left out, and how many. */
export interface ScreeningUsed {
  readonly version: number;
  /** Of the responses in the period and filter, those with weight 0 for it. */
  readonly excluded: number;
}

/** Something that went wrong with the data that an answer, a figure or a file is made from. */
export interface AffectingProblem {
  readonly id: string;
  readonly days: AnalysisWindow;
  readonly what: Translated;
  /** Since when something was done about it, ISO 8601 in UTC, and what; `null` while it is open. */
  readonly resolved: { readonly at: string; readonly done: Translated } | null;
}

/** Where the numbers of an answer come from. */
export interface AnalysisOrigin {
  readonly study: string;
  /** When the numbers were taken, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly questionnaireVersions: readonly number[];
  readonly weight: WeightUsed;
  /** `null` where nobody was left out by screening: it was not wanted, or the study was not screened. */
  readonly screening: ScreeningUsed | null;
  /** What is known to be wrong with the answers it is made from, by the first day of each. */
  readonly problems: readonly AffectingProblem[];
}

/** The first day of what must not be joined to what was before: the wording broke with it. */
export interface AnalysisBreak {
  readonly day: string;
  readonly reason: "wording";
  /** The questions and scores of this answer that the break was declared for; `null` for the questionnaire as a whole. */
  readonly of: readonly { readonly name: string; readonly title: LocalisedText }[] | null;
}

/** Answer of `POST /api/studies/:study/estimates`. */
export interface AnalysisResult extends AnalysisOrigin {
  /** The request as it was understood, defaults filled in. */
  readonly request: AnalysisRequest & { readonly statistic: (typeof statistics)[number] };
  readonly title: LocalisedText;
  /** Condition under which the question is asked; `null` when everyone is. */
  readonly askedIf: string | null;
  /** Responses in the period and filter, whatever their weight and answer. */
  readonly responses: number;
  readonly breakdowns: readonly {
    readonly name: string;
    readonly title: LocalisedText;
    readonly values: readonly CodedValue[];
  }[];
  readonly items: readonly AnalysisItem[];
  readonly groups: readonly AnalysisGroup[];
  /** Points of the series in order; one window without `every`. */
  readonly windows: readonly AnalysisWindow[];
  readonly breaks: readonly AnalysisBreak[];
  /** For each item, each of its groups, each of the windows. */
  readonly estimates: readonly (readonly (readonly Estimate[])[])[];
  /** With `also` and `every`: for each item each of its groups, and for trends each stretch between breaks; else `null`. */
  readonly trends: readonly (readonly (readonly AnalysisTrend[])[])[] | null;
  readonly changes: readonly (readonly AnalysisChange[])[] | null;
  /** With `shares` by one breakdown, without `every`, in a table of at most 400 cells; else `null`. */
  readonly tests: AnalysisTests | null;
}
