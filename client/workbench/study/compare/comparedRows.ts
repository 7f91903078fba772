import type { ComparedItem } from "../../../../server/analysis/comparisonApi.ts";
import type { Compared } from "./wantedComparison.ts";

/** An adjusted p value below this is called significant. */
export const significance = 0.05;

/** Whether a difference is significant after the adjustment. */
export function isSure({ difference }: Pick<ComparedItem, "difference">): boolean {
  return difference.kind === "difference" && difference.adjustedPValue < significance;
}

/**
 * Items in the order wanted: those that are sure first, by their size in standard deviations and so whatever their unit;
 * or by size alone; or as they come. What is not compared stands behind.
 */
export function inOrder(items: readonly ComparedItem[], order: Compared["order"]): readonly ComparedItem[] {
  if (order === "questionnaire") return items;
  const rank = (item: ComparedItem): number => (order === "sure" && isSure(item) ? 1 : 0);
  return [...items].sort((one, other) => rank(other) - rank(one) || sizeOf(other) - sizeOf(one));
}

function sizeOf({ difference }: ComparedItem): number {
  return difference.kind === "difference" ? Math.abs(difference.standardised) : -1;
}

/** A difference as it is drawn: its place and interval on an axis around 0. */
export interface DrawnDifference {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Of shares in their own unit, -1 to 1; of means in standard deviations. `null` where there is nothing to draw. */
export function drawnOf(item: ComparedItem): DrawnDifference | null {
  const { difference } = item;
  if (difference.kind !== "difference" || difference.estimate.interval === null) return null;
  const { value, interval } = difference.estimate;
  if (value === 0) return isOfShares(item) ? { value, ...interval } : null;
  const scale = isOfShares(item) ? 1 : difference.standardised / value;
  return { value: value * scale, lower: interval.lower * scale, upper: interval.upper * scale };
}

/** Whether an item is a share, and not a mean. */
export function isOfShares({ first, second }: ComparedItem): boolean {
  return [first, second].some((estimate) => estimate.kind === "estimate" && estimate.statistic === "share");
}

const steps = [0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3];

/** How far an axis around 0 reaches, so that every interval is on it. */
export function reachOf(drawn: readonly DrawnDifference[]): number {
  const farthest = Math.max(0, ...drawn.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]));
  return steps.find((step) => step >= farthest) ?? farthest;
}
