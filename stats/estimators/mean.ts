import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { studentTInterval } from "../intervals/studentT.ts";
import { reliabilityOfMean } from "../reliability.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { linearisedVariance } from "../variance/linearised.ts";

/**
 * Estimates the mean of a number among those who gave one, with Student's interval.
 *
 * @param values one entry a row; not a number means no answer.
 * @param domain 1 for the rows of the subgroup, 0 for others; `null` for everyone.
 */
export function mean(values: Float64Array, design: Design, domain: Uint8Array | null): Estimate {
  const { weights, rows } = design;
  const influence = new Float64Array(rows);
  const isUsed = new Uint8Array(rows);
  let n = 0;
  let weight = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? Number.NaN;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    if (Number.isNaN(value) || w === 0 || (domain !== null && domain[row] !== 1)) continue;
    isUsed[row] = 1;
    n += 1;
    weight += w;
    total += w * value;
  }
  if (n === 0) return { kind: "not-estimable", reason: "no-answers", n };
  const df = degreesOfFreedom(isUsed, n, design);
  if (df <= 0) return { kind: "not-estimable", reason: "too-few-answers", n };
  const value = total / weight;
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const distance = (values[row] ?? 0) - value;
    influence[row] = (w * distance) / weight;
    spread += w * distance * distance;
  }
  const found = linearisedVariance(influence, design);
  if ("lonelyStratum" in found) return { kind: "not-estimable", reason: "lonely-cluster", n };
  const standardError = Math.sqrt(found.variance);
  // The variance a simple random sample of this size would have (R: deff = "replace").
  const simple = spread / weight / (n - 1);
  const designEffect = simple === 0 ? null : found.variance / simple;
  return {
    kind: "estimate",
    statistic: "mean",
    value,
    standardError,
    interval: studentTInterval(value, standardError, df),
    n,
    weightedBase: weight,
    effectiveSampleSize: designEffect === null ? null : n / designEffect,
    designEffect,
    degreesOfFreedom: df,
    reliability: reliabilityOfMean({ mean: value, standardError, n }),
  };
}
