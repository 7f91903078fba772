import { few } from "./tellsOfFew.ts";

/** People by the group that they are in on one side and on the other; the last of each are those in no group. */
export interface Crossed {
  /** How many, row by row: the groups of the one side. */
  readonly counts: readonly (readonly number[])[];
  /** The sum of their weights, where 1 is what a person has on average. */
  readonly weights: readonly (readonly number[])[];
}

/** Groups of the two sides, in order, that together are of nearly the same people. */
export interface NearSum {
  readonly one: readonly number[];
  readonly other: readonly number[];
  /** How many are on one side and not on the other: whole numbers. */
  readonly people: { readonly least: number; readonly most: number };
  /** What each of them weighs, where 1 is the average. */
  readonly worth: number;
}

/** Of so many parts every sum is looked at; of more each part alone, and all of them. */
const mostSummed = 5;

/**
 * Finds the sums of groups that somebody would take from each other: groups that have `few` people or more in common
 * belong to one part, since leaving one of them out would tell of at least so many; and parts are summed up.
 *
 * Numbers of which one was shown before others came are of fewer people than are in the group now. Who they were is not
 * kept, so the answer is a range; where all of a side are on the other, too, it is exact.
 *
 * Its cost is that of the crossed table, once for each sum, and as often as parts come together.
 *
 * @param shown for each group of a side how many people its number is of; 0 for one that is not shown.
 */
export function nearSums(crossed: Crossed, shown: Sides<number>): NearSum[] {
  const parts = belongingTogether(crossed, shown);
  return summed(parts)
    .filter(({ one, other }) => one.length > 0 && other.length > 0)
    .map((sum) => ({ ...sum, ...apartIn(sum, crossed, shown) }));
}

interface Sides<Each> {
  readonly one: readonly Each[];
  readonly other: readonly Each[];
}

function belongingTogether({ counts }: Crossed, shown: Sides<number>): Sides<number>[] {
  const shownOf = (sizes: readonly number[]): number[] => [...sizes.keys()].filter((place) => (sizes[place] ?? 0) > 0);
  let parts: Sides<number>[] = [
    ...shownOf(shown.one).map((place) => ({ one: [place], other: [] })),
    ...shownOf(shown.other).map((place) => ({ one: [], other: [place] })),
  ];
  for (;;) {
    const joined = joinedOnce(parts, counts);
    if (joined.length === parts.length) return parts;
    parts = joined;
  }
}

/** Joins each part with those that it has `few` people or more in common with; together they may have so with others. */
function joinedOnce(parts: readonly Sides<number>[], counts: Crossed["counts"]): Sides<number>[] {
  const inCommon = parts.map(() => new Float64Array(parts.length));
  for (const [first, { one }] of parts.entries())
    for (const [second, { other }] of parts.entries())
      for (const row of one)
        for (const column of other)
          for (const [from, to] of [
            [first, second],
            [second, first],
          ] as const) {
            const line = inCommon[from];
            if (line !== undefined) line[to] = (line[to] ?? 0) + (counts[row]?.[column] ?? 0);
          }
  const left = new Set(parts.keys());
  const joined: Sides<number>[] = [];
  for (const first of left) {
    left.delete(first);
    const members = [first];
    // The list grows while it is gone through.
    for (const member of members)
      for (const next of left)
        if ((inCommon[member]?.[next] ?? 0) >= few) {
          members.push(next);
          left.delete(next);
        }
    const of = (side: keyof Sides<number>): number[] =>
      members.flatMap((member) => parts[member]?.[side] ?? []).sort((one, other) => one - other);
    joined.push({ one: of("one"), other: of("other") });
  }
  return joined;
}

function summed(parts: readonly Sides<number>[]): Sides<number>[] {
  const sumOf = (of: readonly Sides<number>[]): Sides<number> => ({
    one: of.flatMap(({ one }) => one).sort((first, second) => first - second),
    other: of.flatMap(({ other }) => other).sort((first, second) => first - second),
  });
  if (parts.length > mostSummed) return [...parts, sumOf(parts)];
  return Array.from({ length: 2 ** parts.length - 1 }, (_, sum) =>
    sumOf(parts.filter((_part, place) => Math.floor((sum + 1) / 2 ** place) % 2 === 1)),
  );
}

function apartIn(part: Sides<number>, { counts, weights }: Crossed, shown: Sides<number>) {
  const [inOne, inOther] = [new Set(part.one), new Set(part.other)];
  const now = { both: 0, one: 0, other: 0, weight: 0 };
  for (const [row, columns] of counts.entries())
    for (const [column, count] of columns.entries()) {
      if (!inOne.has(row) && !inOther.has(column)) continue;
      if (inOne.has(row) && inOther.has(column)) now.both += count;
      else {
        now[inOne.has(row) ? "one" : "other"] += count;
        now.weight += weights[row]?.[column] ?? 0;
      }
    }
  const people = { least: now.one + now.other, most: now.one + now.other };
  for (const side of ["one", "other"] as const) {
    const size = part[side].reduce((sum, place) => sum + (shown[side][place] ?? 0), 0);
    const since = now.both + now[side] - size;
    // Of those who came since, some may be on this side alone, who were not among those that it was shown of.
    const come = Math.max(0, since);
    // Whom screening leaves out by now can have been on either.
    const gone = Math.max(0, -since);
    people.least += come - 2 * Math.min(come, now[side]) - gone;
    people.most += come - 2 * Math.max(0, come - now.both) + gone;
  }
  const apart = now.one + now.other;
  return {
    people: { least: Math.max(0, people.least), most: people.most },
    worth: apart === 0 ? 1 : Math.max(1, now.weight / apart),
  };
}
