import type { ChoiceCode } from "../../surveys/definition.ts";
import type { Crossed } from "../../stats/disclosure/nearSums.ts";
import type { AnalysisRequest, AnalysisWindow } from "./analysisApi.ts";

/** Of whom numbers are: those who have answered an item of a request, by their group and window. */
export interface PeopleAsked extends AnalysisRequest {
  readonly item: { readonly variable: string | null; readonly code: ChoiceCode | null };
  /** The one window that is meant, where windows share people; `null` for all of them. */
  readonly only: string | null;
}

/** How many people of one are which of another: sizes, and nothing of what they said. */
export interface CrossedPeople extends Crossed {
  /** What the groups of each side are called, by `cellName`. */
  readonly one: readonly string[];
  readonly other: readonly string[];
  /** How far apart people of the one are in what they said: of the item's numbers. */
  readonly span: number;
}

/** The name that a group has in a window whatever else there is by then. */
export function cellName(window: string, codes: readonly ChoiceCode[]): string {
  return JSON.stringify([window, ...codes]);
}

/** The name of a window that stays the same while days come: without a series it is all of them, and a week goes on. */
export function windowName({ from, to }: AnalysisWindow, every: AnalysisRequest["every"]): string {
  if (every === undefined) return "";
  return every === "7-days" ? to : from;
}
