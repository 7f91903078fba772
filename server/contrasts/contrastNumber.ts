import type { Estimate } from "../../stats/estimate.ts";
import { refusal } from "../analysis/refusal.ts";
import type { ContrastFound } from "../figures/asking.ts";
import type { Contrast, ContrastsResult, ContrastTest } from "./contrastsApi.ts";

/**
 * One number of the only contrast of an answer, with the two groups it is between.
 *
 * @throws {Problem} `invalid-parameter` naming `number` where there is none of the kind: nothing counts as a yes, or
 *   nothing is held fixed.
 */
export function contrastNumber(
  { contrasts, title, positive, adjustedFor, ...origin }: ContrastsResult,
  number: ContrastTest,
): ContrastFound {
  const [contrast] = contrasts;
  if (contrast === undefined) throw new RangeError("a request has a contrast");
  const found = contrast[number];
  if (found === null) throw noSuchNumber();
  const { one, other } = contrast;
  const isOdds = number === "oddsRatio" || number === "adjustedOddsRatio";
  const isAdjusted = number === "adjustedDifference" || number === "adjustedOddsRatio";
  return {
    ...origin,
    number,
    title,
    positive: isOdds ? positive : null,
    adjustedFor: isAdjusted ? adjustedFor : [],
    responses: { first: one.n, second: other.n },
    first: isOdds ? (one.positive ?? one.mean) : one.mean,
    second: isOdds ? (other.positive ?? other.mean) : other.mean,
    difference: estimateOf(found, isOdds ? "ratio" : "difference"),
  };
}

function estimateOf(found: NonNullable<Contrast[ContrastTest]>, statistic: "ratio" | "difference"): Estimate {
  // Why a model cannot be fitted is more than an estimate says of itself.
  if (found.kind === "not-estimable") return { kind: "not-estimable", reason: "table-degenerate", n: found.n };
  const { value, interval, n, weightedBase, degreesOfFreedom } = found;
  return {
    kind: "estimate",
    statistic,
    value,
    interval,
    whyNoInterval: null,
    standardError: "standardError" in found ? found.standardError : null,
    n,
    weightedBase,
    effectiveSampleSize: null,
    designEffect: null,
    degreesOfFreedom,
    reliability: "flag" in found && found.flag === "few-events" ? "suppress" : "present",
  };
}

function noSuchNumber(): Error {
  return refusal("number", "no-such-number", {
    "zh-CN": "没有这个数：调整后的数需要 adjustedFor，比值比需要说明结果的什么算作“是”",
    en: "There is no such number: an adjusted one needs adjustedFor, an odds ratio what counts as a yes of the outcome",
  });
}
