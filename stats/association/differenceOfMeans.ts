import type { Design } from "../design.ts";
import type { Interval } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { linearRegression } from "../regression/linearRegression.ts";
import { coefficientOf, type NotFitted, type StudentTest } from "../regression/regression.ts";
import { groupModel, groupProblem, groupTerm, type TwoGroups } from "./twoGroups.ts";

/** How much higher the mean of group 1 is than that of group 0, with the test that they are the same. */
export interface DifferenceOfMeans {
  readonly kind: "difference-of-means";
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** `null` where nothing varies within the groups. */
  readonly test: StudentTest | null;
  readonly degreesOfFreedom: number;
  /** Respondents of both groups with an outcome, and the sum of their weights. */
  readonly n: number;
  readonly weightedBase: number;
  /** Respondents left out for want of an outcome or a group. */
  readonly lost: number;
}

/**
 * The t test of two groups by the design: the regression of the outcome on the group. That groups differ does not say
 * what brings it about.
 *
 * The error is that of `difference`, the degrees of freedom are one fewer, as the test's two means are fitted together.
 *
 * @param level 0.95 for a 95% interval.
 * @see Lumley (2010), Complex Surveys, chapter 5; `svyttest` of R's survey package.
 */
export function differenceOfMeans(
  groups: TwoGroups,
  design: Design,
  domain: Domain,
  level = 0.95,
): DifferenceOfMeans | NotFitted {
  const found = linearRegression(groupModel(groups), design, domain, level);
  if (found.kind === "not-estimable") return groupProblem(found);
  const { value, standardError, interval, test } = coefficientOf(found, groupTerm);
  const { degreesOfFreedom, n, weightedBase, lost } = found;
  return { kind: "difference-of-means", value, standardError, interval, test, degreesOfFreedom, n, weightedBase, lost };
}
