import type { Design } from "../design.ts";
import { fQuantile } from "../distributions/fDistribution.ts";
import type { Uncertainty } from "../estimate.ts";
import { upperProbability } from "../intervals/shareForInterval.ts";
import { itemMoments } from "../items/itemMoments.ts";
import type { Domain } from "../linearised/linearised.ts";
import { correlations } from "../matrix/correlations.ts";
import { scaleFault, type ScaleFault } from "./scaleFault.ts";

/** How far the items of a scale measure the same, by Cronbach's alpha: at most 1, and below 0 where they contradict. */
export type CronbachAlpha = Uncertainty & {
  readonly kind: "alpha";
  readonly raw: number;
  /** Of items brought to one variance. */
  readonly standardised: number;
  readonly averageCorrelation: number;
  /** For each item the raw alpha of the others; `null` where one item is left, or the others do not vary together. */
  readonly ifDeleted: readonly (number | null)[];
  /** For each item its correlation with the sum of the others; `null` where that sum does not vary. */
  readonly itemRest: readonly (number | null)[];
  readonly items: number;
  /** People who answered every item, and the sum of their weights. */
  readonly n: number;
  readonly weightedBase: number;
};

/**
 * Cronbach's alpha over those who answered every item, with Feldt's interval. Items must point the same way: reverse those
 * that do not before. Alpha is too low where items measure the same unequally well (see `mcdonaldOmega`), and says
 * nothing of whether they measure one thing.
 *
 * The interval is that of a simple random sample of Kish's effective size.
 *
 * @param items for each item one entry a row; not a number means no answer.
 * @param level 0.95 for a 95% interval.
 * @returns not estimable with one item (`too-few-items`), nobody or one who answered all, an item that everyone answered
 *   alike (`zero-variance-item`), or items whose sum does not vary (`no-variance`).
 * @see Cronbach (1951), Psychometrika 16(3); Feldt (1965), Psychometrika 30(3).
 */
export function cronbachAlpha(
  items: readonly Float64Array[],
  design: Design,
  domain: Domain,
  level = 0.95,
): CronbachAlpha | ScaleFault {
  const moments = itemMoments(items, design, domain);
  const fault = scaleFault(moments, 2);
  if (fault !== null) return fault;
  const { covariance, size, n, weight, squaredWeight } = moments;
  const raw = alphaOf(partsOf(covariance, size));
  const correlation = correlations(covariance, size);
  const standardised = alphaOf(partsOf(correlation, size));
  if (raw === null || standardised === null) return { kind: "not-estimable", reason: "no-variance", n };
  const withoutEach = Array.from({ length: size }, (_, item) => partsWithout(item, covariance, size));
  return {
    kind: "alpha",
    raw,
    standardised,
    averageCorrelation: (partsOf(correlation, size).sum - size) / (size * (size - 1)),
    ifDeleted: withoutEach.map(alphaOf),
    itemRest: withoutEach.map(({ sum, withItem, item }) =>
      isNone(sum, item) ? null : withItem / Math.sqrt(sum * item),
    ),
    items: size,
    n,
    weightedBase: weight,
    ...feldt(raw, { size, people: weight ** 2 / squaredWeight, level }),
  };
}

/** What alpha is made from: the covariances of some items. */
interface Parts {
  readonly size: number;
  /** Of all covariances: the variance of the items' sum. */
  readonly sum: number;
  /** Of the variances. */
  readonly trace: number;
}

function partsOf(covariance: Float64Array, size: number): Parts {
  let sum = 0;
  let trace = 0;
  for (let place = 0; place < covariance.length; place++) sum += covariance[place] ?? 0;
  for (let item = 0; item < size; item++) trace += covariance[item * size + item] ?? 0;
  return { size, sum, trace };
}

/** The parts of all items but one; its variance, and its covariance with the sum of the others. */
function partsWithout(
  without: number,
  covariance: Float64Array,
  size: number,
): Parts & { readonly item: number; readonly withItem: number } {
  const { sum, trace } = partsOf(covariance, size);
  const item = covariance[without * size + without] ?? 0;
  let withItem = -item;
  for (let other = 0; other < size; other++) withItem += covariance[without * size + other] ?? 0;
  return { size: size - 1, sum: sum - 2 * withItem - item, trace: trace - item, item, withItem };
}

function alphaOf({ size, sum, trace }: Parts): number | null {
  return size < 2 || isNone(sum, trace) ? null : (size / (size - 1)) * (1 - trace / sum);
}

/** What is left of a variance after rounding is none. */
function isNone(variance: number, scale: number): boolean {
  return !(variance > 1e-12 * scale);
}

function feldt(alpha: number, { size, people, level }: { size: number; people: number; level: number }): Uncertainty {
  // Equal weights of a small file can miss 2 by a bit.
  if (people - 1 < 1e-9) return { interval: null, whyNoInterval: "n-too-small" };
  const end = (probability: number): number =>
    1 - (1 - alpha) * fQuantile(probability, people - 1, (people - 1) * (size - 1));
  const upper = upperProbability(level);
  return { interval: { lower: end(upper), upper: end(1 - upper), level, method: "feldt" }, whyNoInterval: null };
}
