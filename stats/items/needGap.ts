import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { linearisedEstimate } from "../estimators/linearisedEstimate.ts";
import { share } from "../estimators/share.ts";
import { combined } from "../linearised/combined.ts";
import type { Domain, Linearised } from "../linearised/linearised.ts";
import { linearisedMean } from "../linearised/linearisedMean.ts";
import { influenceCovariance } from "../variance/influenceCovariance.ts";
import { entry } from "../variance/strataSum.ts";
import { inBoxes } from "./boxes.ts";

/** One topic people may need to know about. */
export interface NeedTopic {
  /** One entry a row: 1 needs it, 0 does not; not a number was not asked. */
  readonly need: Float64Array;
  /** One entry a row: how satisfied those who need it are; not a number did not rate it. */
  readonly satisfaction: Float64Array;
}

/** How much a topic is needed, how well it is served, and the part of all people who need it and are not satisfied. */
export interface NeedGap {
  readonly need: Estimate;
  /** Among those who need it and rated it. */
  readonly satisfied: Estimate;
  /** Need times one less satisfied. */
  readonly gap: Estimate;
  /** How need and satisfied vary together; `null` where one of them is not estimable. */
  readonly covariance: number | null;
}

/**
 * Holds need against satisfaction for one topic.
 *
 * @param satisfiedIf the codes of satisfaction that count as satisfied: 4 and 5 of five.
 * @see Martilla & James (1977), Journal of Marketing 41(1).
 */
export function needGap(
  { need, satisfaction }: NeedTopic,
  design: Design,
  domain: Domain,
  { satisfiedIf, level = 0.95 }: { satisfiedIf: readonly number[]; level?: number },
): NeedGap {
  const satisfied = satisfiedAmongNeedy({ need, satisfaction }, satisfiedIf);
  const needed = linearisedMean(need, design, domain);
  const served = linearisedMean(satisfied, design, domain);
  return {
    need: share(need, design, domain, level),
    satisfied: share(satisfied, design, domain, level),
    gap: gapOf(needed, served, { design, level }),
    covariance: needed === null || served === null ? null : covarianceOf(needed, served, design),
  };
}

/** One entry a row: whether those who need the topic and rated it are satisfied; not a number for all others. */
function satisfiedAmongNeedy({ need, satisfaction }: NeedTopic, satisfiedIf: readonly number[]): Float64Array {
  return inBoxes(satisfaction, satisfiedIf).map((value, row) => (need[row] === 1 ? value : Number.NaN));
}

function gapOf(
  needed: Linearised | null,
  served: Linearised | null,
  { design, level }: { design: Design; level: number },
): Estimate {
  if (needed === null || served === null) return { kind: "not-estimable", reason: "no-data", n: needed?.n ?? 0 };
  const gap = combined(
    needed.value * (1 - served.value),
    [
      { of: needed, slope: 1 - served.value },
      { of: served, slope: -needed.value },
    ],
    design,
  );
  return linearisedEstimate(gap, design, { statistic: "gap", level });
}

function covarianceOf(needed: Linearised, served: Linearised, design: Design): number | null {
  const covariance = influenceCovariance([needed.influence, served.influence], design);
  return covariance.kind === "covariance" ? entry(covariance, 0, 1) : null;
}
