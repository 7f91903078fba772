import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode, LocalisedText } from "../../surveys/definition.ts";
import type { Translated } from "../../surveys/language.ts";
import { condition, exclusionsWanted, type AffectingProblem, type ScreeningUsed } from "../analysis/analysisApi.ts";
import { jsonText } from "../jsonText.ts";
import { weightWanted, type WeightUsed } from "../weighting/weightingApi.ts";

const day = z.iso.date();

/**
 * Query of `GET /api/studies/:study/estimates`: which weight, which days (both belong to the period), and of whom: a
 * condition as `docs/analysis.md` explains it. `questions` is a list of names of questions and scores, as
 * JSON: only these are estimated, none where it is empty, and all where it is left out.
 */
export const estimatesQuery = z.strictObject({
  weight: weightWanted.optional(),
  exclusions: exclusionsWanted.optional(),
  from: day.optional(),
  to: day.optional(),
  filter: jsonText(condition).optional(),
  questions: jsonText(z.array(z.string()).max(1000)).optional(),
});

/** A code of a question and the estimate of its share. */
export interface ShareRow extends CodedValue {
  readonly estimate: Estimate;
}

/** What was found for one question; the shape says how it is shown. */
export type QuestionEstimates = {
  readonly name: string;
  readonly type: string;
  readonly title: LocalisedText;
  /** Condition under which it is asked; `null` when everyone is. Shares are of those who were asked and answered. */
  readonly askedIf: string | null;
  /** Responses with an answer, whatever their weight. */
  readonly answered: number;
  /** Responses without one: not asked, or passed over. */
  readonly unanswered: number;
} & (
  | {
      /** One code a person (`multiple` false) or several, whose shares then sum to more than 1. */
      readonly shape: "shares";
      readonly multiple: boolean;
      readonly ordered: boolean;
      readonly rows: readonly ShareRow[];
    }
  | {
      /** A matrix: for each row the shares of its columns, and the net of its scale. */
      readonly shape: "grid";
      readonly columns: readonly CodedValue[];
      /**
       * The codes of the first half of the scale and of the last, a middle in neither, and those that are no answer on
       * it; `null` below three points.
       */
      readonly netOf: {
        readonly codes: readonly ChoiceCode[];
        readonly against: readonly ChoiceCode[];
        readonly without: readonly ChoiceCode[];
      } | null;
      readonly rows: readonly {
        readonly name: string;
        readonly label: LocalisedText;
        readonly shares: readonly ShareRow[];
        /** The share of the first half less that of the last, -1 to 1; `null` where `netOf` is. */
        readonly net: Estimate | null;
      }[];
    }
  | {
      /** Numbers: the mean of each, and how they are spread. `to` does not belong to a bin, save the last. */
      readonly shape: "numbers";
      readonly rows: readonly {
        readonly name: string;
        readonly label: LocalisedText;
        readonly mean: Estimate;
        readonly bins: readonly { readonly from: number; readonly to: number; readonly estimate: Estimate }[];
      }[];
    }
  | {
      /** A standard scale: mean, share screening positive, share in each band and at each score. */
      readonly shape: "score";
      readonly instrument: string;
      readonly instrumentVersion: string;
      readonly mean: Estimate;
      readonly cutOff: number | null;
      /** On which side of the cut-off people screen positive, the cut-off included. */
      readonly direction: "higher-is-worse" | "lower-is-worse";
      readonly screenPositive: Estimate | null;
      readonly bands: readonly {
        readonly name: string;
        readonly label: Translated;
        readonly from: number;
        readonly to: number;
        readonly estimate: Estimate;
      }[];
      readonly scores: readonly { readonly score: number; readonly estimate: Estimate }[];
    }
  | {
      /** Open text: only how many wrote something. */
      readonly shape: "text";
    }
);

/** Answer of `GET /api/studies/:study/estimates`. */
export interface StudyEstimates {
  readonly study: string;
  /** When the numbers were taken, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly questionnaireVersions: readonly number[];
  /** Responses in the period and filter, whatever their weight. */
  readonly responses: number;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly weight: WeightUsed;
  /** Whether the study's responses carry weights at all. */
  readonly weightsExist: boolean;
  readonly screening: ScreeningUsed | null;
  /** What is known to be wrong with the answers, and the questions and scores here that it affects. */
  readonly problems: readonly (AffectingProblem & { readonly of: readonly string[] })[];
  readonly questions: readonly QuestionEstimates[];
}

/**
 * Answer of `GET /api/studies/:study/days`: responses for each day of the study's time zone, in order, days without any
 * included, and how many of them screening excludes.
 */
export interface StudyDays {
  readonly study: string;
  readonly timeZone: string;
  readonly responses: number;
  readonly days: readonly { readonly day: string; readonly responses: number; readonly excluded: number }[];
}
