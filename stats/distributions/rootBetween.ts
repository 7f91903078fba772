/**
 * The place between two others where a continuous function passes through 0, to the last bits: a quantile, where a tail
 * passes the wanted probability. Takes about eight looks at a smooth function, and never many more than halving would.
 *
 * @param low where the function is on one side of 0, and `high` where it is on the other.
 * @see Chandrupatla (1997), Advances in Engineering Software 28(3).
 */
export function rootBetween(of: (place: number) => number, { low, high }: { low: number; high: number }): number {
  // `b` is the newest place, `a` the end on the other side of 0, `c` the one before.
  let [a, b] = [high, low];
  let [fa, fb] = [of(a), of(b)];
  let [c, fc] = [a, fa];
  let part = 0.5;
  for (let looks = 0; looks < mostLooks; looks++) {
    const place = a + part * (b - a);
    const value = of(place);
    if (Math.sign(value) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [place, value];
    const isNearer = Math.abs(fa) < Math.abs(fb);
    const best = isNearer ? a : b;
    const reach = Number.EPSILON * Math.abs(best) + Number.MIN_VALUE;
    const least = reach / Math.abs(b - a);
    if ((isNearer ? fa : fb) === 0 || least > 0.5) return best;
    part = Math.min(1 - least, Math.max(least, nextPart({ a, b, c, fa, fb, fc })));
  }
  return a;
}

/**
 * The positive number at which a function that begins above 0 passes through it: where a tail has come down to what is
 * wanted.
 */
export function positiveRoot(of: (place: number) => number): number {
  let [low, high] = [0, 1];
  while (of(high) > 0) [low, high] = [high, 2 * high];
  return rootBetween(of, { low, high });
}

/** Far more than halving takes from any two numbers. */
const mostLooks = 3_000;

/** Where a parabola through the three places is 0, when it can be trusted; else the middle. */
function nextPart({ a, b, c, fa, fb, fc }: Record<"a" | "b" | "c" | "fa" | "fb" | "fc", number>): number {
  const along = (a - b) / (c - b);
  const rise = (fa - fb) / (fc - fb);
  const isTrusted = rise ** 2 < along && (1 - rise) ** 2 < 1 - along;
  if (!isTrusted) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
