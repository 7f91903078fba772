import type { Design } from "../design.ts";
import type { UsedRows } from "../linearised/usedRows.ts";

/**
 * Which value a quantile is: `math` the smallest with at least the wanted share at or below it; `school` its middle with
 * the next where the share is met exactly; `hf7` between values, as spreadsheets do without weights; it alone
 * can depend on the order of rows.
 */
export type QuantileRule = "math" | "school" | "hf7";

/** Different values in order, with the weight at or below each. */
export interface SortedValues {
  readonly values: Float64Array;
  readonly upTo: Float64Array;
  /** For each value the weight of the last respondent, in the order of the file, who gave it. */
  readonly lastWeight: Float64Array;
}

/** Puts the used values in order. */
export function sortedValues(values: Float64Array, { isUsed }: UsedRows, design: Design): SortedValues {
  const { rows, weights, frequencies } = design;
  const order = new Uint32Array(rows);
  let used = 0;
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    order[used] = row;
    used += 1;
  }
  const sorted = order.subarray(0, used).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other);
  const distinct: number[] = [];
  const upTo: number[] = [];
  const lastWeight: number[] = [];
  let sum = 0;
  for (const row of sorted) {
    const value = values[row] ?? 0;
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    sum += weight * (frequencies === null ? 1 : (frequencies[row] ?? 0));
    if (distinct[distinct.length - 1] !== value) distinct.push(value);
    upTo[distinct.length - 1] = sum;
    lastWeight[distinct.length - 1] = weight;
  }
  return {
    values: Float64Array.from(distinct),
    upTo: Float64Array.from(upTo),
    lastWeight: Float64Array.from(lastWeight),
  };
}

/** Sums of weights that are as near as this part of all are the same: rounding must not choose the value. */
const sameSum = 1e-12;

/** The value at a probability from 0 to 1. */
export function valueAt(probability: number, sorted: SortedValues, rule: QuantileRule): number {
  if (rule === "hf7") return between(probability, sorted);
  const { values, upTo } = sorted;
  const all = upTo[upTo.length - 1] ?? 0;
  const wanted = probability * all;
  const place = firstAtLeast(upTo, wanted - sameSum * all);
  const value = values[place] ?? 0;
  if (rule === "math" || Math.abs((upTo[place] ?? 0) - wanted) > sameSum * all) return value;
  return (value + (values[place + 1] ?? value)) / 2;
}

/**
 * On the line through the respondents' values, each at the weight of those below it as a part of all but the last's. What
 * lies between two values depends on the weight of the last respondent who gave the lower one.
 *
 * @see Hyndman & Fan (1996), The American Statistician 50(4), definition 7.
 */
function between(probability: number, { values, upTo, lastWeight }: SortedValues): number {
  const last = values.length - 1;
  const wanted = probability * ((upTo[last] ?? 0) - (lastWeight[last] ?? 0));
  const place = firstAtLeast(upTo, wanted);
  const value = values[place] ?? 0;
  const step = lastWeight[place] ?? 0;
  const beyond = wanted - ((upTo[place] ?? 0) - step);
  return beyond <= 0 || step === 0 ? value : value + (((values[place + 1] ?? value) - value) * beyond) / step;
}

/** The first place whose sum is at least the wanted one; the last where none is. */
function firstAtLeast(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
