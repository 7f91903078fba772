import type { Design } from "../../../stats/design.ts";
import type { Estimated, Interval } from "../../../stats/estimate.ts";
import { share } from "../../../stats/estimators/share.ts";
import { normalQuantile } from "../../../stats/distributions/normal.ts";
import { intervalOfShare, type ShareIntervalMethod } from "../../../stats/intervals/intervalOfShare.ts";
import { betaInterval, exactInterval } from "../../../stats/intervals/kornGraubard.ts";
import { adjustedSize, upperProbability } from "../../../stats/intervals/shareForInterval.ts";
import { wilsonOfSize } from "../../../stats/intervals/wilson.ts";
import { reliabilityConcern } from "../../../stats/reliability.ts";
import { takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";
import { domainOf } from "../referenceDomains.ts";
import { inReferenceWords } from "./results.ts";

/** Intervals of shares by every method, and whether shares may be shown. */
export const shareIntervals: readonly Adapter[] = [
  {
    accepts: takes("variable", "level"),
    run: ({ input }, { data, design }) => shareCase(input, data, design),
  },
  {
    accepts: takes("x", "n_eff", "level"),
    run({ input }) {
      const size = Number(input["n_eff"]);
      const level = Number(input["level"]);
      const at = Number(input["x"]) / size;
      const quantile = normalQuantile(upperProbability(level));
      return {
        estimate: at,
        kg: ends(exactInterval(at, size, level)),
        wilson_z: ends(wilsonOfSize({ share: at, size, quantile, level })),
      };
    },
  },
  {
    accepts: takes("p", "n", "n_eff", "df"),
    run({ input }) {
      const at = Number(input["p"]);
      const n = Number(input["n"]);
      const effectiveSampleSize = Number(input["n_eff"]);
      const interval = exactInterval(at, Math.min(n, effectiveSampleSize), 0.95);
      const degreesOfFreedom = Number(input["df"]);
      const concern = reliabilityConcern({ share: at, interval, n, effectiveSampleSize, degreesOfFreedom });
      const width = interval.upper - interval.lower;
      return { ci: ends(interval), width, rel_width: width / at, flag: flags[concern ?? "none"] };
    },
  },
];

const flags = {
  none: "present",
  "small-n": "suppress_small_n",
  "wide-interval": "suppress_wide",
  "wide-for-its-size": "suppress_relative",
  "wide-for-its-complement": "present_footnote_complement",
  "few-degrees-of-freedom": "present_review_df",
};

function ends(interval: Interval | null): [number, number] | null {
  return interval === null ? null : [interval.lower, interval.upper];
}

function shareCase(input: ReferenceCase["input"], data: ReferenceData, design: Design): Record<string, unknown> {
  const level = Number(input["level"]);
  const holds = data.numbers(String(input["variable"]));
  const domain = domainOf(input["domain"], data);
  const found = share(holds, design, domain, level);
  if (found.kind !== "estimate" || found.interval === null) return inReferenceWords(found);
  const inDomain = (row: number): boolean => domain === null || domain[row] === 1;
  const answered = holds.reduce((count, value, row) => count + Number(!Number.isNaN(value) && inDomain(row)), 0);
  // R's designs keep all rows of a calibrated file in every subset.
  const designRows = design.calibration === null ? answered : data.rows;
  const yes = holds.reduce(
    (count, value, row) => count + Number(value === 1 && inDomain(row) && design.weights?.[row] !== 0),
    0,
  );
  const sizes = { n: found.n, df: found.degreesOfFreedom, n_design: designRows, n_yes: yes };
  const by = (method: ShareIntervalMethod): [number, number] | null => ends(intervalOfShare(found, method, level));
  return { estimate: found.value, se: found.standardError, ...sizes, ...intervals(found, { by, level, designRows }) };
}

function intervals(
  found: Estimated,
  { by, level, designRows }: { by: (method: ShareIntervalMethod) => unknown; level: number; designRows: number },
): Record<string, unknown> {
  const wilson = by("wilson");
  if (found.standardError === 0)
    return {
      n_eff_kish: found.effectiveSampleSize,
      fallback_kg: by("korn-graubard"),
      wilson,
      method_used:
        "beta on Kish n_eff because every positive-weight answer is the same (decided by counts, not by comparing a float with 1)",
    };
  const { value, standardError, n, degreesOfFreedom } = found;
  const of = { share: value, standardError: standardError ?? 0, n, degreesOfFreedom, level };
  return {
    n_eff: found.effectiveSampleSize,
    n_eff_adj: adjustedSize(of),
    n_eff_kg: Math.min(n, adjustedSize(of)),
    kg_capped: by("korn-graubard"),
    wilson,
    svyciprop_logit: by("logit"),
    svyciprop_xlogit: by("logit"),
    svyciprop_asin: by("asin"),
    svyciprop_mean: by("student-t"),
    svyciprop_beta: ends(betaInterval({ ...of, n: designRows })),
  };
}
