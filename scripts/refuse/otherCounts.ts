/** A number that is published: of how many people it is, and the share of them that gives the answer. */
export interface PublishedNumber {
  /** Places of the counts of people that it is of. */
  readonly of: readonly number[];
  /** Those of them that gave the answer; left out where only n is told. */
  readonly answered?: readonly number[];
  readonly n: number;
  /** From 0 to 1; `null` where only n is told. */
  readonly share: number | null;
}

const base = 5;
const shareSteps = 1000;
/** How far the other counts of a proof lie from the true ones, where there are so many. */
const usuallyApart = 3;
const mostTried = 2_000_000;

/** Whether counts lead to a number as it is published: n to the nearest 5, shares to 0.1 point. */
export function leadsTo(counts: readonly number[], { of, answered = [], n, share }: PublishedNumber): boolean {
  const people = sum(counts, of);
  if (base * Math.floor(people / base + 0.5) !== n) return false;
  return share === null || Math.round((sum(counts, answered) / people) * shareSteps) === Math.round(share * shareSteps);
}

/**
 * Whether somebody who knows all published numbers cannot tell a hidden count: there are other counts that lead to the
 * same numbers, in which it is more or fewer by at least 3.
 *
 * @param hidden the places of the count.
 * @param apart by how much it has to be another, where it is of fewer than 3 people.
 */
export function isUncertain(
  counts: readonly number[],
  published: readonly PublishedNumber[],
  { hidden, apart = usuallyApart }: { readonly hidden: readonly number[]; readonly apart?: number | undefined },
): boolean {
  return [apart, -apart].some((move) => hasOther(counts, published, { hidden, move }));
}

/** Looks for other counts, place by place, the nearest first; what is complete of the published numbers must fit. */
function hasOther(
  counts: readonly number[],
  published: readonly PublishedNumber[],
  { hidden, move }: { hidden: readonly number[]; move: number },
): boolean {
  const lastOf = published.map(({ of }) => Math.max(...of));
  const moves = [0, 1, -1, 2, -2, 3, -3];
  const other = [...counts];
  let tried = 0;
  const place = (at: number): boolean => {
    if (at === counts.length) return Math.abs(sum(other, hidden) - sum(counts, hidden)) >= Math.abs(move);
    const own = hidden.includes(at) ? [move / hidden.length, ...moves] : moves;
    for (const by of own) {
      tried += 1;
      if (tried > mostTried) return false;
      other[at] = (counts[at] ?? 0) + Math.round(by);
      if ((other[at] ?? 0) < 0) continue;
      if (published.every((each, number) => lastOf[number] !== at || leadsTo(other, each)) && place(at + 1))
        return true;
    }
    other[at] = counts[at] ?? 0;
    return false;
  };
  return place(0);
}

function sum(counts: readonly number[], places: readonly number[]): number {
  return places.reduce((soFar, place) => soFar + (counts[place] ?? 0), 0);
}
