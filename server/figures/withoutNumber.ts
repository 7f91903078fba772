import type { Estimate } from "../../stats/estimate.ts";
import type { Apart } from "./asking.ts";
import { cellBefore, type ShownApart, type ShownNeeds, type ShownResult } from "./inSteps.ts";

/** Where a number stands in an answer. */
export interface NumberPlace {
  readonly item: number;
  readonly group: number;
  readonly window: number;
}

const tellsOfFew: Estimate = { kind: "not-estimable", reason: "tells-of-few", n: 0 };

/**
 * An answer without a number that would tell of few: its item stays in that window as it was shown last. Where nothing
 * was, the number is withheld, and all together too if it was the only one of the groups that is.
 *
 * @param shown what was shown last; `null` for an answer that never was.
 */
export function resultWithout(
  next: ShownResult,
  shown: ShownResult | null,
  { item, group, window }: NumberPlace,
): ShownResult {
  const { groups } = next.result;
  const before = groups.map((_, place) => (shown === null ? null : cellBefore(shown, next, [item, place, window])));
  const wasShown = before.some((cell) => cell?.estimate.kind === "estimate");
  const together = groups.length === 1 ? -1 : groups.findIndex(({ codes }) => codes.length === 0);
  const isShown = (place: number): boolean =>
    place !== group && next.result.estimates[item]?.[place]?.[window]?.kind === "estimate";
  const isOnlyHidden = [...groups.keys()].every((place) => place === together || place === group || isShown(place));
  const cellOf = (place: number): { estimate: Estimate; size: number } | null => {
    if (wasShown) return before[place] ?? { estimate: tellsOfFew, size: 0 };
    const size = next.sizes[item]?.[place]?.[window] ?? 0;
    const isHidden = place === group || (place === together && isOnlyHidden && isShown(place));
    return isHidden ? { estimate: tellsOfFew, size } : null;
  };
  const put = <Value>(
    all: readonly (readonly (readonly Value[])[])[],
    valueOf: (cell: { estimate: Estimate; size: number }) => Value,
  ): Value[][][] =>
    all.map((ofItem, eachItem) =>
      ofItem.map((windows, place) =>
        windows.map((value, at) => {
          const cell = eachItem === item && at === window ? cellOf(place) : null;
          return cell === null ? value : valueOf(cell);
        }),
      ),
    );
  return {
    ...next,
    result: { ...next.result, estimates: put(next.result.estimates, ({ estimate }) => estimate) },
    sizes: put(next.sizes, ({ size }) => size),
  };
}

/** Needs without a number that would tell of few: all topics stay, or are withheld. */
export function needsWithout({ result, sizes }: ShownNeeds, shown: ShownNeeds | null): ShownNeeds {
  if (shown !== null) return shown;
  const topics = result.topics.map((topic) => ({
    ...topic,
    need: tellsOfFew,
    satisfied: tellsOfFew,
    gap: tellsOfFew,
    placed: null,
  }));
  return { result: { ...result, topics, lines: null, byGap: [] }, sizes };
}

/** A difference that would tell of few stays, or is withheld with its two groups. */
export function differenceWithout<Found extends Apart>(
  { result, sizes }: ShownApart<Found>,
  shown: ShownApart<Found> | null,
): ShownApart<Found> {
  if (shown !== null) return shown;
  return { result: { ...result, first: tellsOfFew, second: tellsOfFew, difference: tellsOfFew }, sizes };
}
