import type { Estimate } from "../../../stats/estimate.ts";
import { mean } from "../../../stats/estimators/mean.ts";
import { needGap, type NeedGap } from "../../../stats/items/needGap.ts";
import { needQuadrants } from "../../../stats/items/needQuadrants.ts";
import { takes, type Adapter } from "../adapter.ts";

/** Need against satisfaction over topics. */
export const needGaps: readonly Adapter[] = [
  {
    accepts: takes("need", "satisfaction", "satisfied_if"),
    run({ input }, { data, design }) {
      const satisfaction = input["satisfaction"] as string[];
      const satisfiedIf = input["satisfied_if"] as number[];
      const topics = (input["need"] as string[]).map((need, place) => ({
        need: data.numbers(need),
        satisfaction: data.numbers(satisfaction[place] ?? ""),
      }));
      const gaps = topics.map((topic) => needGap(topic, design, null, { satisfiedIf }));
      const quadrants = needQuadrants(gaps);
      const items = topics.map((topic, place) => {
        const gap = gaps[place];
        const needy = Uint8Array.from(topic.need, (value) => Number(value === 1));
        return {
          item: place + 1,
          ...(gap !== undefined && wordsOf(gap)),
          mean_satisfaction: valueOf(mean(topic.satisfaction, design, needy)),
          quadrant: quadrants?.topics[place]?.quadrant.replaceAll("-", "_"),
        };
      });
      return {
        items,
        cut_need: quadrants?.needLine,
        cut_satisfied: quadrants?.satisfiedLine,
        rank_by_gap: quadrants?.byGap,
      };
    },
  },
];

function wordsOf({ need, satisfied, gap, covariance }: NeedGap): Record<string, unknown> {
  return {
    need: valueOf(need),
    se_need: errorOf(need),
    satisfied: valueOf(satisfied),
    se_satisfied: errorOf(satisfied),
    cov: covariance,
    gap: valueOf(gap),
    se_gap: errorOf(gap),
    n_need_base: need.n,
    n_sat_base: satisfied.n,
  };
}

function valueOf(estimate: Estimate): number | null {
  return estimate.kind === "estimate" ? estimate.value : null;
}

function errorOf(estimate: Estimate): number | null {
  return estimate.kind === "estimate" ? estimate.standardError : null;
}
