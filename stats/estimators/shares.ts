import type { Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import { degreesOfFreedom } from "../variance/degreesOfFreedom.ts";
import { linearisedVariance } from "../variance/linearised.ts";
import { shareFromTotals } from "./shareFromTotals.ts";

/** Codes of a question: one entry a row, 0 to `categories` - 1; anything below 0 is no answer. */
export interface Coded {
  readonly codes: Int8Array | Int16Array | Int32Array;
  readonly categories: number;
}

/**
 * Estimates the share of each category among those who answered, in the order of the codes.
 *
 * One pass over the rows for all categories together; nothing is allocated in it.
 *
 * @param domain 1 for the rows of the subgroup, 0 for others; `null` for everyone.
 */
export function shares({ codes, categories }: Coded, design: Design, domain: Uint8Array | null): Estimate[] {
  const count = new Float64Array(categories);
  const weight = new Float64Array(categories);
  const squared = new Float64Array(categories);
  const { weights, rows } = design;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] ?? -1;
    if (code < 0 || (domain !== null && domain[row] !== 1)) continue;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    if (w === 0) continue;
    count[code] = (count[code] ?? 0) + 1;
    weight[code] = (weight[code] ?? 0) + w;
    squared[code] = (squared[code] ?? 0) + w * w;
  }
  const n = sum(count);
  const totals = { n, weight: sum(weight), squaredWeight: sum(squared) };
  const isSimple = design.strata === null && design.clusters === null;
  return Array.from({ length: categories }, (_, category): Estimate => {
    const of = { yes: count[category] ?? 0, yesWeight: weight[category] ?? 0, yesSquared: squared[category] ?? 0 };
    if (!isSimple) return clustered({ codes, category }, design, { domain, ...totals, ...of });
    const share = totals.weight === 0 ? 0 : of.yesWeight / totals.weight;
    // Influences sum to zero, so that their variance needs the sums of squares only.
    const squares = of.yesSquared * (1 - share) ** 2 + (totals.squaredWeight - of.yesSquared) * share ** 2;
    const variance = (rows / (rows - 1)) * (squares / totals.weight ** 2);
    return shareFromTotals({ ...totals, ...of, variance, degreesOfFreedom: n - 1 });
  });
}

interface Sums {
  readonly domain: Uint8Array | null;
  readonly n: number;
  readonly weight: number;
  readonly squaredWeight: number;
  readonly yes: number;
  readonly yesWeight: number;
}

function clustered(question: { codes: Coded["codes"]; category: number }, design: Design, sums: Sums): Estimate {
  if (sums.n === 0) return { kind: "not-estimable", reason: "no-answers", n: 0 };
  const { weights, rows } = design;
  const share = sums.yesWeight / sums.weight;
  const influence = new Float64Array(rows);
  const isUsed = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = question.codes[row] ?? -1;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    if (code < 0 || w === 0 || (sums.domain !== null && sums.domain[row] !== 1)) continue;
    isUsed[row] = 1;
    influence[row] = (w * ((code === question.category ? 1 : 0) - share)) / sums.weight;
  }
  const found = linearisedVariance(influence, design);
  if ("lonelyStratum" in found) return { kind: "not-estimable", reason: "lonely-cluster", n: sums.n };
  const df = degreesOfFreedom(isUsed, sums.n, design);
  return shareFromTotals({ ...sums, variance: found.variance, degreesOfFreedom: df });
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
