/** A week holds one day of each kind; what is older says little of today. */
const mostDays = 7;

/**
 * The days that are looked at as one on each day, so that an area with few answers has points of enough of them: the first
 * of these days, the last being the day itself. They make a point where they have `smallestN` answers together.
 *
 * A day with enough answers is a point by itself. Else days are put together since the last point, at most 7: no answer is
 * in two points, and a day looks at itself and days before it. What is pooled follows from how many answered, never from
 * what they said.
 *
 * @param n answers of each day, 0 for none.
 * @param options.breaks days from which on a series shows something else: nothing is pooled across one.
 */
export function pooledDays(
  n: Float64Array,
  { smallestN, breaks }: { smallestN: number; breaks: readonly number[] },
): Int32Array {
  const first = new Int32Array(n.length);
  let next = 0;
  for (const [day, answers] of n.entries()) {
    if (breaks.includes(day)) next = day;
    first[day] = answers >= smallestN ? day : Math.max(next, day - mostDays + 1);
    if (sumOver(n, first[day] ?? day, day) >= smallestN) next = day + 1;
  }
  return first;
}

/** The sum of a column from one of its days to another, both included. */
export function sumOver(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day <= to; day++) sum += column[day] ?? 0;
  return sum;
}
