import type { Estimate } from "../estimate.ts";
import type { NeedGap } from "./needGap.ts";

/** What to do about a topic; `unclear` where an interval crosses a line. */
export type NeedQuadrant = "priority" | "keep-up" | "monitor" | "possible-overkill";

/** Where topics stand in the plane of need and satisfaction. */
export interface NeedQuadrants {
  /** The lines: means over the topics, each counting once. */
  readonly needLine: number;
  readonly satisfiedLine: number;
  /** In the order of the topics; `null` for one without both shares. */
  readonly topics: readonly (PlacedTopic | null)[];
  /** Places of the topics, the largest gap first; those without a gap are not in it. */
  readonly byGap: readonly number[];
}

/** A topic's quadrant, and whether its intervals lie within it whole. */
export interface PlacedTopic {
  readonly quadrant: NeedQuadrant;
  readonly isUnclear: boolean;
}

/** Places topics into quadrants and ranks them by their gap. `null` where no topic has both shares. */
export function needQuadrants(topics: readonly NeedGap[]): NeedQuadrants | null {
  const placeable = topics.filter(({ need, satisfied }) => need.kind === "estimate" && satisfied.kind === "estimate");
  if (placeable.length === 0) return null;
  const needLine = meanOf(placeable.map(({ need }) => need));
  const satisfiedLine = meanOf(placeable.map(({ satisfied }) => satisfied));
  const byGap = topics
    .flatMap(({ gap }, place) => (gap.kind === "estimate" ? [{ place, value: gap.value }] : []))
    .sort((one, other) => other.value - one.value)
    .map(({ place }) => place);
  return { needLine, satisfiedLine, byGap, topics: topics.map((topic) => placed(topic, { needLine, satisfiedLine })) };
}

function meanOf(estimates: readonly Estimate[]): number {
  return estimates.reduce((sum, each) => sum + (each.kind === "estimate" ? each.value : 0), 0) / estimates.length;
}

function placed(
  { need, satisfied }: NeedGap,
  { needLine, satisfiedLine }: { needLine: number; satisfiedLine: number },
): PlacedTopic | null {
  if (need.kind !== "estimate" || satisfied.kind !== "estimate") return null;
  const isServed = satisfied.value >= satisfiedLine;
  const quadrant: NeedQuadrant =
    need.value >= needLine ? (isServed ? "keep-up" : "priority") : isServed ? "possible-overkill" : "monitor";
  return { quadrant, isUnclear: crosses(need, needLine) || crosses(satisfied, satisfiedLine) };
}

function crosses(estimate: Estimate, line: number): boolean {
  if (estimate.kind !== "estimate" || estimate.interval === null) return true;
  return estimate.interval.lower < line && line < estimate.interval.upper;
}
