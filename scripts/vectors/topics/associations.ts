import { differenceOfMeans } from "../../../stats/association/differenceOfMeans.ts";
import { standardisedDifference } from "../../../stats/association/standardisedDifference.ts";
import type { TwoGroups } from "../../../stats/association/twoGroups.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** Two groups compared: the t test, and the difference in standard deviations. */
export const associations: readonly Adapter[] = [
  {
    accepts: (reference) => takes("y", "group")(reference) && reference.id.startsWith("ttest/"),
    run({ input }, { data, design }) {
      const found = differenceOfMeans(groupsOf(input, data), design, null);
      if (found.kind === "not-estimable") return { error: codeOf(found.reason) };
      return {
        difference: found.value,
        se: found.standardError,
        t: found.test?.t,
        df: found.degreesOfFreedom,
        p: found.test?.pValue,
        ci95: [found.interval.lower, found.interval.upper],
      };
    },
  },
  {
    accepts: (reference) => takes("y", "group")(reference) && reference.id.startsWith("std_difference/"),
    run({ input }, { data, design }) {
      const found = standardisedDifference(groupsOf(input, data), design, null);
      if (found.kind === "not-estimable") return { error: codeOf(found.reason) };
      return {
        mean1: found.one.mean,
        mean0: found.other.mean,
        var1: found.one.variance,
        var0: found.other.variance,
        n1: found.one.n,
        n0: found.other.n,
        d_avg: found.value,
        d_pooled: found.pooled,
        se_d_avg: found.standardError,
      };
    },
  },
];

function groupsOf(input: ReferenceCase["input"], data: ReferenceData): TwoGroups {
  return { outcome: data.numbers(String(input["y"])), group: data.numbers(String(input["group"])) };
}
