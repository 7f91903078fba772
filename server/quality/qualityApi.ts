import { z } from "zod";
import type { JointAssociation } from "../../stats/quality/jointAssociation.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { codes, day, variable } from "../analysis/analysisApi.ts";

/** Why a response can be marked. Their order never changes: marks are kept as bits of a number. */
export const reasons = ["attention", "rush", "speed", "straight-line", "distance", "repeat", "burst"] as const;

/** Why a response can be marked. */
export type Reason = (typeof reasons)[number];

/** What a mark does: excludes by itself, excludes together with another of its kind, or is only shown. */
const counts = z.enum(["alone", "with-another", "shown"]);

/** What a mark does. */
export type Counts = z.infer<typeof counts>;

const share = z.number().gt(0).max(1);

/**
 * Body of `POST /api/studies/:study/quality/rules`: by what answers are screened from a day on. A measure that is `null`
 * is not taken. `docs/quality.md` explains every part.
 */
export const rulesContent = z.strictObject({
  /** The first day that is screened by them. */
  from: day,
  /** Why they are as they are: whoever reads the study later has nothing else. */
  because: z.string().trim().min(1).max(2_000),
  /** Matrices of one scale, by their question, and standard scales, by their score. */
  batteries: z.array(variable).max(20).default([]),
  /** Questions that tell whether the page was read: who answers one, and not with a right code, is marked. */
  attention: z
    .strictObject({
      counts,
      checks: z
        .array(z.strictObject({ variable, right: codes }))
        .min(1)
        .max(20),
    })
    .nullable()
    .default(null),
  /** Less than a share of the median time. */
  rush: z.strictObject({ counts, share }).nullable().default(null),
  /** Leiner's index above a limit; without times of pages, less than a share of the median time. */
  speed: z
    .strictObject({ counts, index: z.number().gt(1).lt(3), share })
    .nullable()
    .default(null),
  /** A run of equal answers over a share of a battery. */
  "straight-line": z.strictObject({ counts, share }).nullable().default(null),
  /** Mahalanobis' distance in a battery beyond the 0.999 quantile. */
  distance: z.strictObject({ counts }).nullable().default(null),
  /** A share of all answers the same as an earlier response's, where chance would hardly bring that about. */
  repeat: z
    .strictObject({ counts, share: z.number().min(0.8).max(1) })
    .nullable()
    .default(null),
  /** Came on a day with far more arrivals through the collector or grid unit than usual, or was flagged at admission. */
  burst: z.strictObject({ counts }).nullable().default(null),
});

/** By what answers are screened. */
export type RulesContent = z.infer<typeof rulesContent>;

/** A version of a study's rules, as kept. Answer of `POST …/quality/rules`. */
export interface Rules extends RulesContent {
  readonly study: string;
  /** 1, 2, 3 within a study. */
  readonly rulesVersion: number;
  /** The study's day on which they were made, and by whom: `null` where a program did. */
  readonly madeOn: string;
  readonly madeBy: string | null;
}

/** How one day was screened. */
export interface DayReport {
  readonly day: string;
  readonly rulesVersion: number;
  /** Whether the day was over: its marks then stay. */
  readonly isClosed: boolean;
  readonly screened: number;
  readonly excluded: number;
}

/** A version of a study's marks. */
export interface ScreeningSummary {
  readonly version: number;
  readonly cause: "asked-for" | "days-closed";
  /** ISO 8601 in UTC. */
  readonly asOf: string;
}

/** What a reason marked. */
export interface ReasonCounts {
  readonly reason: Reason;
  readonly marked: number;
  /** Of those, how many are excluded. */
  readonly excluded: number;
  /** Of those, how many it alone marked. */
  readonly excludedByItAlone: number;
}

/** What was screened in a part of the study. */
export interface ScreenedPart {
  readonly responses: number;
  readonly screened: number;
  readonly excluded: number;
  /** How many each reason marked. */
  readonly marked: Readonly<Record<Reason, number>>;
}

/** A day, collector or grid unit. */
export interface ScreenedPlace extends ScreenedPart {
  /** `null` for responses that carry none. */
  readonly place: string | null;
  readonly label: LocalisedText | null;
}

/** Answer of `GET /api/studies/:study/quality`, and of `POST …/quality/runs`. Counts are of all that came, unweighted. */
export interface StudyQuality {
  readonly study: string;
  readonly asOf: string;
  /** The newest version first; none where nobody has made rules, and nobody is excluded. */
  readonly rules: readonly (Rules & { readonly daysClosedUnderIt: number })[];
  /** The version by which the study's present day is screened. */
  readonly inForce: number | null;
  /** New rules can begin on this day and later: what is closed keeps its marks. `null`: on any day. */
  readonly firstOpenDay: string | null;
  /** The first day with a response; `null` for a study without. */
  readonly firstDay: string | null;
  /** What suits the questionnaire, to begin from. */
  readonly suggested: Omit<RulesContent, "from" | "because">;
  /** What a battery can be, and what can tell attention. */
  readonly batteries: readonly { readonly name: string; readonly title: LocalisedText; readonly items: number }[];
  /** `null` before the study was screened for the first time. */
  readonly screening:
    | (ScreeningSummary & {
        readonly all: ScreenedPart;
        /** Responses that came when their day's marks were already kept for good. */
        readonly cameAfterClosing: number;
        readonly reasons: readonly ReasonCounts[];
        readonly days: readonly (ScreenedPart & { readonly day: string; readonly rulesVersion: number | null })[];
        readonly collectors: readonly ScreenedPlace[];
        /** Those with the largest share excluded first, of those with most responses. */
        readonly gridUnits: readonly ScreenedPlace[];
      })
    | null;
}

/** Responses that are nearly the same over the whole questionnaire. */
export interface RepeatGroup {
  /** Ids as in a data file, in order of day. */
  readonly responses: readonly string[];
  /** The smallest and the largest share of equal answers that a response of it has with its nearest. */
  readonly shares: readonly [number, number];
  readonly days: readonly [string, string];
  readonly collectors: readonly (string | null)[];
}

/** A group of respondents whose answers to a battery are held against everybody else's. */
export interface JointTest extends JointAssociation {
  readonly battery: string;
  readonly title: LocalisedText;
  readonly of: "collector" | "grid-unit" | "day";
  readonly name: string;
  readonly label: LocalisedText | null;
}

/** Answer of `GET /api/studies/:study/quality/patterns`: what shows only over many responses together. */
export interface StudyPatterns {
  readonly study: string;
  readonly asOf: string;
  readonly responses: number;
  readonly repeats: { readonly groups: number; readonly responses: number; readonly listed: readonly RepeatGroup[] };
  /** Those that stand out first. `tested` were held against the others, `cannotTell` had too few answers. */
  readonly joint: { readonly tested: number; readonly cannotTell: number; readonly listed: readonly JointTest[] };
  readonly bursts: readonly {
    readonly of: "collector" | "grid-unit";
    readonly name: string;
    readonly label: LocalisedText | null;
    readonly day: string;
    readonly responses: number;
    readonly usual: number;
  }[];
}
