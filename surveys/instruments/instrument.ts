import type { Translated } from "../language.ts";

/** A band of scores with a name; both ends belong to it. */
export interface Band {
  readonly name: string;
  readonly label: Translated;
  readonly from: number;
  readonly to: number;
}

/** A standard scale: its wording, how it is scored and whom to cite. */
export interface Instrument {
  /** Lower case, as in a definition's `instruments`: `gad7`. */
  readonly id: string;
  readonly name: string;
  /** Changes with any change of wording, options or recall period; kept with every score. */
  readonly version: string;
  readonly recallPeriod: Translated;
  /**
   * Days the recall period has. It is part of what is measured: asked of seven days and of fourteen, the same items have
   * other levels, so that the two are instruments with an id each and never share a line.
   */
  readonly recallDays: number;
  readonly stem: Translated;
  readonly itemCount: number;
  /** `null` where the licence of the wording is not settled: who fields the scale brings the wording they may use. */
  readonly items: readonly Translated[] | null;
  /**
   * The answers, lowest first. `code` is what a definition stores: a string, because SurveyJS's own clean-up deletes
   * the number 0 from a matrix. `points` is what it counts for.
   */
  readonly options: readonly { readonly code: string; readonly points: number; readonly label: Translated }[];
  /** Lowest and highest score. */
  readonly range: readonly [number, number];
  readonly bands: readonly Band[];
  /** A score at or above which the screen is positive (at or below, for `direction: "lower-is-worse"`); `null` where none is agreed. */
  readonly cutOff: number | null;
  readonly direction: "higher-is-worse" | "lower-is-worse";
  /** How many items must be answered for a score; the rest are prorated from the mean of those answered. */
  readonly itemsNeeded: number;
  /** What one point on the raw sum is worth in the score: 4 for WHO-5, else 1. */
  readonly multiplier: number;
  readonly licence: string;
  readonly paper: string;
}

/** What an instrument makes of one person's answers. */
export interface Score {
  readonly instrument: string;
  readonly version: string;
  /** `null` when too few items were answered. */
  readonly score: number | null;
  readonly itemsAnswered: number;
  readonly band: string | null;
}
