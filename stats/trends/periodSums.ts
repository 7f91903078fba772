import type { Domain } from "../linearised/linearised.ts";
import type { TimeAxis } from "./timeAxis.ts";
import type { Break, Window } from "./windows.ts";

/** What is followed over time. */
export interface Tracked {
  /** One entry a row; not a number means no answer. A share is of 1 among 0 and 1, a net the mean of 1, 0 and -1. */
  readonly values: Float64Array;
  readonly statistic: "share" | "mean" | "net";
  readonly domain: Domain;
  /** Where the item's wording, or the weighting, changed. */
  readonly breaks: readonly Break[];
}

/** An item summed up over the cells of a time axis: all that its points, changes and their errors need of the rows. */
export interface PeriodSums {
  readonly tracked: Tracked;
  readonly axis: TimeAxis;
  /** What is taken off every value before it is summed, so that a large mean takes no digits from the spread. */
  readonly origin: number;
  /** Cell by cell, and period by period, the sums of `place`. */
  readonly ofCells: Float64Array;
  readonly ofPeriods: Float64Array;
}

/** Where a sum stands among those of a cell; w is a weight, y a value less the origin, sums are over respondents. */
const place = { n: 0, ones: 1, w: 2, wy: 3, wyy: 4, ww: 5, wwy: 6, wwyy: 7 } as const;
const width = 8;

/**
 * Sums an item up over periods: one pass over the rows for a whole series, whatever its windows, and for means another
 * to find the origin. Nothing is allocated in it.
 */
export function periodSums(tracked: Tracked, axis: TimeAxis): PeriodSums {
  const origin = originOf(tracked);
  const sums = new Float64Array(axis.cells * width);
  if (tracked.statistic === "share") addShares(tracked, axis, sums);
  else addValues(tracked, axis, { origin, sums });
  return { tracked, axis, origin, ofCells: sums, ofPeriods: periodsFrom(sums, axis) };
}

function addValues(
  { values, domain }: Tracked,
  { cellOf, design }: TimeAxis,
  { origin, sums }: { origin: number; sums: Float64Array },
): void {
  const { rows, weights, frequencies, squaredWeights } = design;
  for (let row = 0; row < rows; row++) {
    const cell = cellOf[row] ?? -1;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const value = values[row] ?? Number.NaN;
    if (cell < 0 || w === 0 || Number.isNaN(value) || (domain !== null && domain[row] !== 1)) continue;
    const f = frequencies === null ? 1 : (frequencies[row] ?? 0);
    const y = value - origin;
    const fw = f * w;
    const fww = f * (squaredWeights === null ? w * w : (squaredWeights[row] ?? 0));
    const start = cell * width;
    sums[start] = (sums[start] ?? 0) + f;
    if (value === 1) sums[start + place.ones] = (sums[start + place.ones] ?? 0) + f;
    sums[start + place.w] = (sums[start + place.w] ?? 0) + fw;
    sums[start + place.wy] = (sums[start + place.wy] ?? 0) + fw * y;
    sums[start + place.wyy] = (sums[start + place.wyy] ?? 0) + fw * y * y;
    sums[start + place.ww] = (sums[start + place.ww] ?? 0) + fww;
    sums[start + place.wwy] = (sums[start + place.wwy] ?? 0) + fww * y;
    sums[start + place.wwyy] = (sums[start + place.wwyy] ?? 0) + fww * y * y;
  }
}

/** The same for values of 0 and 1, which are their own squares: two sums fewer a row. */
function addShares({ values, domain }: Tracked, { cellOf, cells, design }: TimeAxis, sums: Float64Array): void {
  const { rows, weights, frequencies, squaredWeights } = design;
  for (let row = 0; row < rows; row++) {
    const cell = cellOf[row] ?? -1;
    const w = weights === null ? 1 : (weights[row] ?? 0);
    const y = values[row] ?? Number.NaN;
    if (cell < 0 || w === 0 || Number.isNaN(y) || (domain !== null && domain[row] !== 1)) continue;
    const f = frequencies === null ? 1 : (frequencies[row] ?? 0);
    const fw = f * w;
    const fww = f * (squaredWeights === null ? w * w : (squaredWeights[row] ?? 0));
    const start = cell * width;
    sums[start] = (sums[start] ?? 0) + f;
    sums[start + place.ones] = (sums[start + place.ones] ?? 0) + f * y;
    sums[start + place.w] = (sums[start + place.w] ?? 0) + fw;
    sums[start + place.wy] = (sums[start + place.wy] ?? 0) + fw * y;
    sums[start + place.ww] = (sums[start + place.ww] ?? 0) + fww;
    sums[start + place.wwy] = (sums[start + place.wwy] ?? 0) + fww * y;
  }
  for (let start = 0; start < cells * width; start += width) {
    sums[start + place.wyy] = sums[start + place.wy] ?? 0;
    sums[start + place.wwyy] = sums[start + place.wwy] ?? 0;
  }
}

function periodsFrom(ofCells: Float64Array, { cellsIn, groupOf }: TimeAxis): Float64Array {
  if (groupOf === null) return ofCells;
  const ofPeriods = new Float64Array(cellsIn.length * width);
  for (const [period, cells] of cellsIn.entries()) {
    for (const cell of cells) {
      for (let sum = 0; sum < width; sum++)
        ofPeriods[period * width + sum] = (ofPeriods[period * width + sum] ?? 0) + (ofCells[cell * width + sum] ?? 0);
    }
  }
  return ofPeriods;
}

/** Near the middle is enough: the plain mean of the column. Shares stay as they are, their sums are those of the ones. */
function originOf({ values, statistic }: Tracked): number {
  if (statistic === "share") return 0;
  let sum = 0;
  let answers = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    answers += 1;
  }
  return answers === 0 ? 0 : sum / answers;
}

/** One sum of a cell. */
export function sumOf(sum: keyof typeof place, cell: number, { ofCells }: PeriodSums): number {
  return ofCells[cell * width + place[sum]] ?? 0;
}

/** Sums over the respondents of a window. */
export interface WindowTotals {
  readonly window: Window;
  readonly n: number;
  /** How many of them have the value 1. */
  readonly ones: number;
  readonly weight: number;
  readonly squaredWeight: number;
  /** Mean less the origin; 0 where there is nobody. */
  readonly centredMean: number;
  /** Weighted sum of squared distances from the mean; exactly 0 where all agree. */
  readonly spread: number;
  /** Periods in which anybody answered. */
  readonly answeredPeriods: number;
}

/** A part of the sum of squares below this is rounding. */
const rounding = 1e-13;

/** Adds up the periods of a window. */
export function windowTotals(window: Window, { ofPeriods }: PeriodSums): WindowTotals {
  const totals = new Float64Array(width);
  let answeredPeriods = 0;
  for (let period = window.from; period <= window.to; period++) {
    if ((ofPeriods[period * width + place.n] ?? 0) > 0) answeredPeriods += 1;
    for (let sum = 0; sum < width; sum++) totals[sum] = (totals[sum] ?? 0) + (ofPeriods[period * width + sum] ?? 0);
  }
  const total = (sum: keyof typeof place): number => totals[place[sum]] ?? 0;
  const centredMean = total("n") === 0 ? 0 : total("wy") / total("w");
  const spread = total("wyy") - centredMean * total("wy");
  return {
    window,
    n: total("n"),
    ones: total("ones"),
    weight: total("w"),
    squaredWeight: total("ww"),
    centredMean,
    spread: spread > rounding * total("wyy") ? spread : 0,
    answeredPeriods,
  };
}
