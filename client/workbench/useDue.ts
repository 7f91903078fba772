import { useNearness } from "./useNearness.ts";
import { useRested, usualRestMs } from "./useRested.ts";

/**
 * Whether what an element shows is to be asked for: once it comes near the window, or the reader rests. What stands in the
 * window then has its numbers first.
 *
 * @param wanted what it shows; another is due anew.
 */
export function useDue(
  place: { readonly current: HTMLElement | null },
  wanted: string,
  { restMs = usualRestMs, marginPx }: { restMs?: number; marginPx?: number } = {},
): boolean {
  const isNear = useNearness(place, { since: wanted, ...(marginPx !== undefined && { marginPx }) });
  return useRested(wanted, restMs) || isNear;
}
