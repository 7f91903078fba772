import type { Design } from "../design.ts";
import type { Interval } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { logisticRegression, type LogisticRegression } from "../regression/logisticRegression.ts";
import { coefficientOf, type NotFitted, type StudentTest } from "../regression/regression.ts";
import { groupModel, groupProblem, groupTerm, type TwoGroups } from "./twoGroups.ts";

/** How many times the odds of group 1 are those of group 0, with the test that they are the same. */
export interface OddsRatio extends Pick<
  LogisticRegression,
  "degreesOfFreedom" | "n" | "weightedBase" | "lost" | "eventsPerCoefficient" | "flag"
> {
  readonly kind: "odds-ratio";
  /** Above 0; 1 where the groups are alike. */
  readonly value: number;
  /** Of its logarithm, which is what is nearly normal. */
  readonly standardErrorOfLog: number;
  readonly interval: Interval;
  readonly test: StudentTest | null;
}

/**
 * The odds ratio of two groups by the design, with nothing else held fixed; `logisticRegression` adjusts it. Where all
 * or none of a group say yes there is none: `separation`.
 *
 * @param groups with an outcome of 1 and 0.
 * @param level 0.95 for a 95% interval.
 */
export function oddsRatio(groups: TwoGroups, design: Design, domain: Domain, level = 0.95): OddsRatio | NotFitted {
  const found = logisticRegression(groupModel(groups), design, domain, level);
  if (found.kind === "not-estimable") return groupProblem(found);
  const { oddsRatio: value, standardError, oddsRatioInterval, test } = coefficientOf(found, groupTerm);
  const { degreesOfFreedom, n, weightedBase, lost, eventsPerCoefficient, flag } = found;
  return {
    kind: "odds-ratio",
    value,
    standardErrorOfLog: standardError,
    interval: oddsRatioInterval,
    test,
    degreesOfFreedom,
    n,
    weightedBase,
    lost,
    eventsPerCoefficient,
    flag,
  };
}
