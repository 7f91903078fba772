import { createDesign, type Design } from "../../../stats/design.ts";
import { mean } from "../../../stats/estimators/mean.ts";
import { achievedShares } from "../../../stats/weights/achievedShares.ts";
import { kish } from "../../../stats/weights/kish.ts";
import { mixWeights } from "../../../stats/weights/mixWeights.ts";
import { rake, type Margin } from "../../../stats/weights/rake.ts";
import { rakeTrimmed } from "../../../stats/weights/rakeTrimmed.ts";
import { trimWeights, trimWeightsStrictly } from "../../../stats/weights/trimWeights.ts";
import { takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase, Targets } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";
import { marginsOf } from "../referenceDesigns.ts";

/** Raking, post-stratification, trimming and what weights cost. */
export const weights: readonly Adapter[] = [
  {
    accepts: (reference) => reference.id.startsWith("rake/") && takes("base_weight", "margins")(reference),
    run({ input }, { data }) {
      const raked = rake(baseWeightOf(input, data), marginsOf(input["margins"] as Targets, data), data);
      return raked.kind === "weights" ? { weights: raked.weights, summary: summaryOf(raked.weights) } : raked;
    },
  },
  {
    accepts: (reference) => reference.id.startsWith("kish/") && takes("weights")(reference),
    run: ({ input }) => summaryOf(Float64Array.from([input["weights"] as number | number[]].flat())),
  },
  {
    accepts: takes("base_weight", "cells", "targets", "variable"),
    run({ input }, { data }) {
      const base = baseWeightOf(input, data);
      const margins = marginsOf({ [String(input["cells"])]: input["targets"] as Targets[string] }, data);
      const raked = rake(base, margins, data);
      if (raked.kind !== "weights") return raked;
      const calibration = { margins, baseWeights: base };
      const design = createDesign({ rows: data.rows, weights: raked.weights, calibration });
      const variable = String(input["variable"]);
      return { weights: raked.weights, ...meanOf(variable, data, design) };
    },
  },
  {
    accepts: takes("base_weight", "margins", "lower", "upper"),
    run: ({ input }, { data }) => trimmedCase(input, data),
  },
  {
    accepts: takes("base_weight", "lower", "upper", "strict"),
    run({ input }, { data }) {
      const bounds = { lower: Number(input["lower"]), upper: Number(input["upper"]) };
      const base = baseWeightOf(input, data) ?? new Float64Array(data.rows).fill(1);
      const trimmed = (input["strict"] === true ? trimWeightsStrictly : trimWeights)(base, bounds);
      return { weights: trimmed, sum: trimmed.reduce((sum, weight) => sum + weight, 0) };
    },
  },
  {
    accepts: takes("weights", "max_share", "min_mix"),
    run({ input }) {
      const mixed = mixWeights(Float64Array.from(input["weights"] as number[]), {
        mostShare: Number(input["max_share"]),
        leastMixing: Number(input["min_mix"]),
      });
      return { weights: mixed.weights, mix_coef: mixed.uniformPart };
    },
  },
];

/** A column's name, or the same number for every row. */
export function baseWeightOf(input: ReferenceCase["input"], data: ReferenceData): Float64Array | null {
  const name = input["base_weight"];
  return typeof name === "string" ? data.numbers(name) : null;
}

/** The sizes of weights in the words of a reference folder. */
export function summaryOf(given: Float64Array): Record<string, unknown> {
  const found = kish(given);
  return {
    n: given.length,
    n_positive: found?.respondents,
    sum: found?.sum,
    min: given.reduce((least, weight) => Math.min(least, weight), Infinity),
    max: found?.largest,
    cv2: found === null ? null : found.designEffect - 1,
    deff_kish: found?.designEffect,
    n_eff: found?.effectiveSampleSize,
  };
}

function meanOf(variable: string, data: ReferenceData, design: Design): Record<string, unknown> {
  const found = mean(data.numbers(variable), design, null);
  if (found.kind !== "estimate") return {};
  return { [`mean_${variable}`]: found.value, [`se_${variable}`]: found.standardError };
}

function trimmedCase(input: ReferenceCase["input"], data: ReferenceData): unknown {
  const margins = marginsOf(input["margins"] as Targets, data);
  const bounds = { lower: Number(input["lower"]), upper: Number(input["upper"]) };
  // Without a limit of its own a case is to be iterated until it rests.
  const mostRounds = Number(input["max_rounds"] ?? 1000);
  const trimmed = rakeTrimmed(baseWeightOf(input, data), margins, { rows: data.rows, ...bounds, mostRounds });
  if (trimmed.kind !== "weights") return trimmed;
  return {
    weights: trimmed.weights,
    summary: summaryOf(trimmed.weights),
    flag: trimmed.flag === null ? undefined : "TRIM_BOUNDS_NOT_MET",
    within_bounds: trimmed.flag === null,
    margins_met: margins.every((margin) => isMet(margin, trimmed.weights)),
    max_weight_over_mean: trimmed.largestRatio,
  };
}

function isMet(margin: Margin, given: Float64Array): boolean {
  const achieved = achievedShares(margin, given, { rows: given.length });
  return achieved.every((share, category) => Math.abs(share - (margin.shares[category] ?? 0)) < 1e-8);
}
