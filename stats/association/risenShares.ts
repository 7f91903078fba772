import { benjaminiHochberg } from "../multiplicity/benjaminiHochberg.ts";
import { fisherExactGreater } from "./fisherExact.ts";

/** Many things counted among the same people of two periods; a person counts once for each. */
export interface CountedTwice {
  readonly now: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  /** People of each period, whether they count for anything or not. */
  readonly peopleNow: number;
  readonly peopleBefore: number;
}

/**
 * Whether the share of each of many things has risen: Fisher's exact test of each, and its q value among all of them by
 * Benjamini and Hochberg, so that of those with q of at most 0.05 about one in twenty did not rise.
 *
 * People are taken for a simple random sample, unweighted. Choose what is tested by both periods together, never by the
 * present one alone: what was chosen for being frequent now would seem to have risen.
 *
 * @returns p and q values in the order of the things; all not a number where one of the periods has nobody.
 */
export function risenShares({ now, before, peopleNow, peopleBefore }: CountedTwice): {
  pValues: Float64Array;
  qValues: Float64Array;
} {
  const isTestable = peopleNow > 0 && peopleBefore > 0;
  const pValues = Float64Array.from({ length: now.length }, (_, thing) =>
    isTestable
      ? fisherExactGreater({
          yes: now[thing] ?? 0,
          of: peopleNow,
          otherYes: before[thing] ?? 0,
          otherOf: peopleBefore,
        })
      : Number.NaN,
  );
  return { pValues, qValues: benjaminiHochberg(pValues) };
}
