import { primaryCells, type SuppressionRule } from "./countTable.ts";
import { linkedProofs } from "./linkedProofs.ts";

/** Groups that share nobody, and populations made of them, of which estimates with their n are to be published. */
export interface OverlappingPopulations {
  /** Respondents of each group: those of a day, or of a region. */
  readonly groups: Float64Array;
  /** For each population its groups: the days of a window, or all regions but one. */
  readonly populations: readonly (readonly number[])[];
}

/**
 * Decides which of overlapping populations may be published, the first before the later: one is withheld when, with those
 * before it, it would tell of a group that is small. "All" and "all but one" differ by that one; so do two weeks, of which
 * the later has a small day more and nothing less, and more roundabout ways count as well.
 *
 * Groups without anybody are taken to be known. Its cost is that of a linear programme of groups by populations for each
 * population and small group: for a hundred of each, not for thousands; without small groups there is none.
 *
 * @returns one entry a population: 1 for those that may be published, 0 for those that may not, or are small themselves.
 */
export function releasedPopulations(
  { groups, populations }: OverlappingPopulations,
  { threshold = 10, isZeroPublic = true }: Partial<SuppressionRule> = {},
): Uint8Array {
  const rule = { threshold, isZeroPublic };
  const sizes = Float64Array.from(populations, (of) => of.reduce((sum, group) => sum + (groups[group] ?? 0), 0));
  const isTooSmall = primaryCells({ counts: sizes }, rule);
  const isSmall = primaryCells({ counts: groups }, rule);
  const released: number[] = [];
  for (const place of populations.keys()) {
    if (isTooSmall[place] === 1) continue;
    if (
      tellsOfSmall(
        { groups, populations: [...released, place].map((each) => populations[each] ?? []) },
        isSmall,
        threshold,
      )
    )
      continue;
    released.push(place);
  }
  return Uint8Array.from(populations, (_, place) => Number(released.includes(place)));
}

/** Whether the sizes of populations tell of a small group in them. */
function tellsOfSmall(
  { groups, populations }: OverlappingPopulations,
  isSmall: Uint8Array,
  threshold: number,
): boolean {
  const seen = [...new Set(populations.flat())];
  const small = seen.filter((group) => isSmall[group] === 1);
  if (small.length === 0) return false;
  const sizes = populations.map((of) => of.reduce((sum, group) => sum + (groups[group] ?? 0), 0));
  const counts = Float64Array.of(...groups, ...sizes);
  const sums = populations.map((parts, place) => ({ total: groups.length + place, parts }));
  const isHidden = counts.map((count, place) => Number(place < groups.length && (count > 0 || isSmall[place] === 1)));
  for (const proof of linkedProofs({ counts, sums }, Uint8Array.from(isHidden), { cells: small, threshold }))
    if (!proof.isUncertain) return true;
  return false;
}
