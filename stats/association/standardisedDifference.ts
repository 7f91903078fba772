import type { Design } from "../design.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import type { Interval } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import type { NotFitted } from "../regression/regression.ts";
import { simpleVariance } from "../variance/simpleVariance.ts";
import { differenceOfMeans } from "./differenceOfMeans.ts";
import type { TwoGroups } from "./twoGroups.ts";

/** How far two groups are apart, measured by how much people differ within them. */
export interface StandardisedDifference {
  readonly kind: "standardised-difference";
  /** The difference of means, 1 less 0, by the root of the mean of the two variances. */
  readonly value: number;
  /** Of the difference by that root: it leaves out that the variances are estimated. */
  readonly standardError: number;
  readonly interval: Interval;
  /** By the root of the two variances pooled by their sizes: Cohen's d. */
  readonly pooled: number;
  readonly degreesOfFreedom: number;
  readonly one: GroupSpread;
  readonly other: GroupSpread;
}

/** A group's mean, and the weighted variance among its people, with n/(n - 1). */
export interface GroupSpread {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
}

/** Why there is no standardised difference: `no-variance` where people differ in neither group. */
export type NotStandardised =
  NotFitted | { readonly kind: "not-estimable"; readonly reason: "no-variance"; readonly n: number };

/**
 * The difference of two groups in standard deviations. As a help to reading, 0.2 is called small, 0.5 middling and 0.8
 * large; they are no limits.
 *
 * @param level 0.95 for a 95% interval.
 * @see Cohen (1988), Statistical Power Analysis, chapter 2; Austin (2009), Statistics in Medicine 28(25).
 */
export function standardisedDifference(
  groups: TwoGroups,
  design: Design,
  domain: Domain,
  level = 0.95,
): StandardisedDifference | NotStandardised {
  const difference = differenceOfMeans(groups, design, domain, level);
  if (difference.kind === "not-estimable") return difference;
  const { n, degreesOfFreedom } = difference;
  const one = spreadOf(groups, 1, { design, domain });
  const other = spreadOf(groups, 0, { design, domain });
  if (one === null || other === null) return { kind: "not-estimable", reason: "n-too-small", n };
  const variance = (one.variance + other.variance) / 2;
  if (difference.test === null) return { kind: "not-estimable", reason: "no-variance", n };
  const pooled = ((one.n - 1) * one.variance + (other.n - 1) * other.variance) / (n - 2);
  const value = difference.value / Math.sqrt(variance);
  const standardError = difference.standardError / Math.sqrt(variance);
  return {
    kind: "standardised-difference",
    value,
    standardError,
    interval: studentTInterval({ value, standardError, degreesOfFreedom, level }),
    pooled: difference.value / Math.sqrt(pooled),
    degreesOfFreedom,
    one,
    other,
  };
}

/** `null` for a group of fewer than two. */
function spreadOf(
  { outcome, group }: TwoGroups,
  which: 0 | 1,
  { design, domain }: { design: Design; domain: Domain },
): GroupSpread | null {
  const within = Uint8Array.from(group, (value, row) =>
    Number(value === which && (domain === null || domain[row] === 1)),
  );
  const mean = linearisedMean(outcome, design, within);
  const variance = mean === null ? null : simpleVariance(mean, design);
  return mean === null || variance === null ? null : { mean: mean.value, variance: variance * mean.n, n: mean.n };
}
