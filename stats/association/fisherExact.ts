import gammaln from "@stdlib/math-base-special-gammaln";

/** Two groups and how many of each say yes: whole numbers, `yes` at most `of`. */
export interface TwoShares {
  readonly yes: number;
  readonly of: number;
  readonly otherYes: number;
  readonly otherOf: number;
}

/**
 * Fisher's exact test against the share of the first group being larger: the probability that as many of its members or
 * more would say yes if the yeses were dealt to both groups by chance.
 *
 * Right for any counts, however few; conservative where they are few.
 *
 * @returns the one-sided p value, 0 to 1.
 * @see Fisher (1935), The Design of Experiments, chapter 2.
 */
export function fisherExactGreater({ yes, of, otherYes, otherOf }: TwoShares): number {
  const all = of + otherOf;
  const saying = yes + otherYes;
  const most = Math.min(of, saying);
  const least = Math.max(0, saying - otherOf);
  // The shorter sum is of terms that fall away from the middle, so that the other side loses no digits.
  const isAboveMiddle = yes > (of * saying) / all;
  const from = isAboveMiddle ? yes : yes - 1;
  if (!isAboveMiddle && from < least) return 1;
  let term = Math.exp(logChoose(of, from) + logChoose(otherOf, saying - from) - logChoose(all, saying));
  let sum = term;
  if (isAboveMiddle) {
    for (let count = from; count < most; count++) {
      term *= ((of - count) * (saying - count)) / ((count + 1) * (otherOf - saying + count + 1));
      sum += term;
    }
    return Math.min(1, sum);
  }
  for (let count = from; count > least; count--) {
    term *= (count * (otherOf - saying + count)) / ((of - count + 1) * (saying - count + 1));
    sum += term;
  }
  return Math.min(1, Math.max(0, 1 - sum));
}

function logChoose(from: number, chosen: number): number {
  return gammaln(from + 1) - gammaln(chosen + 1) - gammaln(from - chosen + 1);
}
