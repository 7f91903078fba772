import { largestProduct, type ItemCategories } from "./itemCategories.ts";

/** How strongly the answers to a battery go together, given how often each answer was chosen. */
export type Scalability =
  | {
      readonly kind: "scalability";
      /**
       * Loevinger's H: the items' covariances by the largest that their margins allow. 0 for answers that have nothing to
       * do with each other, 1 for a perfect scale: whoever chose a rarer answer also chose every more frequent one.
       */
      readonly h: number;
      readonly standardError: number;
      readonly n: number;
    }
  | { readonly kind: "not-estimable"; readonly reason: "too-few-answers" | "nothing-varies"; readonly n: number };

/** What H is made of: it can be added, and taken away again. */
export interface ItemSums {
  n: number;
  /** For each item how many chose each of its values. */
  readonly counts: readonly Float64Array[];
  /** For each pair of items the sum of their products, at row of the later and column of the earlier. */
  readonly products: Float64Array;
}

/** With fewer answers the parts of the jackknife are too small. */
const fewest = 60;

/**
 * Loevinger's H of a file that was dealt out into parts, with the standard error of a jackknife that leaves out a part at
 * a time.
 *
 * @param parts about 20, of about the same size.
 * @see Loevinger (1948), Psychological Bulletin 45(6); Molenaar (1991), Kwantitatieve Methoden 12(37); Mokken (1971), A
 *   Theory and Procedure of Scale Analysis.
 */
export function scalability(parts: readonly ItemSums[], categories: readonly ItemCategories[]): Scalability {
  const whole = parts.reduce((sum, part) => plus(sum, part), noItemSums(categories));
  const { n } = whole;
  if (n < fewest) return { kind: "not-estimable", reason: "too-few-answers", n };
  const h = ratioOf(whole, categories);
  if (h === null) return { kind: "not-estimable", reason: "nothing-varies", n };
  const without = parts.map((part) => ratioOf(plus(whole, part, -1), categories) ?? h);
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { kind: "scalability", h, standardError: Math.sqrt(((parts.length - 1) / parts.length) * squares), n };
}

/** The sums of nobody. */
export function noItemSums(categories: readonly ItemCategories[]): ItemSums {
  const counts = categories.map(({ values }) => new Float64Array(values.length));
  return { n: 0, counts, products: new Float64Array(categories.length ** 2) };
}

/** Adds sums; with -1 takes the second away. */
export function plus(one: ItemSums, other: ItemSums, sign: 1 | -1 = 1): ItemSums {
  return {
    n: one.n + sign * other.n,
    counts: one.counts.map((of, item) => of.map((count, place) => count + sign * (other.counts[item]?.[place] ?? 0))),
    products: one.products.map((sum, place) => sum + sign * (other.products[place] ?? 0)),
  };
}

/** H, or `null` where no two items vary. */
function ratioOf({ n, counts, products }: ItemSums, categories: readonly ItemCategories[]): number | null {
  const size = categories.length;
  const means = counts.map(
    (of, item) => of.reduce((sum, count, place) => sum + count * (categories[item]?.values[place] ?? 0), 0) / n,
  );
  let [found, most] = [0, 0];
  for (let one = 0; one < size; one++)
    for (let other = 0; other < one; other++) {
      const expected = n * (means[one] ?? 0) * (means[other] ?? 0);
      found += (products[one * size + other] ?? 0) - expected;
      most += largestProduct([one, other], counts, categories) - expected;
    }
  return most > 1e-9 * n ? found / most : null;
}
