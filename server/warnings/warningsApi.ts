import { z } from "zod";
import type { CannotTell } from "../../stats/warning/earlyWarning.ts";
import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";
import type { AffectingProblem } from "../analysis/analysisApi.ts";
import { weightWanted, type WeightUsed } from "../weighting/weightingApi.ts";

/** Query of `GET /api/studies/:study/warnings`: by which weights; left out, the study's own where there are any. */
export const warningsQuery = z.strictObject({ weight: weightWanted.optional() });

/** What is told of a series on a day: its level, or why none can be told. */
export type DayState = "quiet" | "amber" | "red" | CannotTell;

/** How a series stands against its baseline at the end. Worse is positive, whichever way is bad. */
export interface Standing {
  /** By how much the share is worse than its baseline: the moving average of the days' distances, 0.02 for 2 points. */
  readonly excess: number;
  readonly standardError: number;
  /** The probability of such an excess when nothing has changed, adjusted over all series that were judged together. */
  readonly adjustedP: number;
  /** The day on which the excess began, as the cumulative sum dates it; `null` where it sees none. */
  readonly since: string | null;
  /** What it is held against: a level as the indicator counts it, of these days. */
  readonly baseline: { readonly level: number; readonly from: string; readonly to: string };
  /** Whether word should be sent of it. */
  readonly isForMessage: boolean;
  /** Whether this is what was known on an earlier day: answers have been too few since. */
  readonly isCarried: boolean;
}

/** One indicator in one area. */
export interface WatchedArea {
  /** `null` for the whole study. */
  readonly area: CodedValue | null;
  /**
   * One a day, in the order of `days`. What was told of days pooled stands on the days after them until enough have
   * answered anew, for 7 days at most.
   */
  readonly states: readonly DayState[];
  /** Answers that the last state is told from, or that are too few to tell it: of the last day, or of the days pooled. */
  readonly n: number;
  /** The days whose answers these are, where they are several; `null` for the last day alone. */
  readonly pooled: { readonly from: string; readonly to: string } | null;
  /** `null` before there is a baseline, and where answers have been too few for a week. */
  readonly standing: Standing | null;
}

/** An indicator with all its series. */
export interface WatchedIndicator {
  readonly indicator: string;
  readonly title: Translated;
  readonly worse: "higher" | "lower";
  /** The whole study first, then the areas in the order of their variable. */
  readonly series: readonly WatchedArea[];
}

/** Answer of `GET /api/studies/:study/warnings`. `docs/methods/early-warning.md` is what it is made by. */
export interface StudyWarnings {
  readonly study: string;
  /** When the numbers were taken, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly weight: WeightUsed;
  /** From the first day with a response to the last, or to today while the study takes answers. */
  readonly days: readonly string[];
  /** Whether the last day is still running, so that its states may yet change. */
  readonly isLastDayOpen: boolean;
  /** Fewest answers of a day, or of days pooled, that are looked at. */
  readonly smallestN: number;
  readonly indicators: readonly (WatchedIndicator & {
    /** What is known to be wrong with the answers of these days that it is made from, by the first day of each. */
    readonly problems: readonly AffectingProblem[];
  })[];
}
