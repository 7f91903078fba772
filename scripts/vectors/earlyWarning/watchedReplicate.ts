import { ewmaLimits } from "../../../stats/warning/chartLimits.ts";
import { cusumLimit } from "../../../stats/warning/cusum.ts";
import { earlyWarning, type DailyWarning } from "../../../stats/warning/earlyWarning.ts";
import { ears, earsLimit, earsSum, earsSumLimit, type EarsDay } from "../../../stats/warning/ears.ts";
import { usualRule } from "../../../stats/warning/warningRule.ts";
import type { Replicate, ReplicateSeries, Simulation } from "./replicates.ts";

/** Every rule of alarm that folders know. */
export const rules = ["amber", "red", "ewma_L", "cusum5", "ears_c1", "ears_c2", "ears_c3"] as const;

/** One of them. */
export type AlarmRule = (typeof rules)[number];

/** What is found for a day of a series, in a folder's words; `null` is not defined. */
export interface FoundDay extends Readonly<Record<AlarmRule, 0 | 1>> {
  readonly E: number | null;
  readonly sd_E: number | null;
  readonly Z: number | null;
  readonly p_upper: number | null;
  readonly p_BH: number | null;
}

/** A series of a run with what is found for each of its days. */
export interface FoundSeries {
  readonly of: ReplicateSeries;
  readonly days: readonly FoundDay[];
}

/** Watches a run as its simulation does: the baseline stays, and what was known last counts without end. */
export function watchReplicate({ series }: Replicate, { baseline_days: baselineDays }: Simulation): FoundSeries[] {
  const rule = { ...usualRule, baselineDays, movesEvery: null, carriedFor: Infinity };
  const told = earlyWarning(series, rule);
  return series.map((of, place) => ({ of, days: foundDays(of, told[place] ?? []) }));
}

function foundDays(
  { estimates: values, standardErrors: floors }: ReplicateSeries,
  told: readonly DailyWarning[],
): FoundDay[] {
  const first = ears(values, { lag: 0, floors });
  const second = ears(values, { lag: 2, floors });
  const sums = earsSum(second);
  return told.map((warning, day) => ({
    ...readingIn(warning),
    ears_c1: alarm(valueOf(first[day]), earsLimit),
    ears_c2: alarm(valueOf(second[day]), earsLimit),
    ears_c3: alarm(sums[day] ?? null, earsSumLimit),
  }));
}

/** The limit of one series by itself for a false alarm in 370 days, as printed in tables. */
const oneSided = ewmaLimits.find(
  (limit) => limit.lambda === usualRule.lambda && limit.averageRunLength === 370,
)?.oneSided;
const printedLimit = Number(oneSided?.toFixed(3));

const noReading = {
  E: null,
  sd_E: null,
  Z: null,
  p_upper: null,
  p_BH: null,
  amber: 0,
  red: 0,
  ewma_L: 0,
  cusum5: 0,
} as const;

function readingIn(warning: DailyWarning): Omit<FoundDay, "ears_c1" | "ears_c2" | "ears_c3"> {
  const reading = warning.kind === "told" ? warning.reading : warning.carried;
  if (reading === null) return noReading;
  return {
    E: reading.excess,
    sd_E: reading.standardError,
    Z: reading.z,
    p_upper: reading.p,
    p_BH: reading.adjustedP,
    amber: reading.isAmber ? 1 : 0,
    red: reading.isRed ? 1 : 0,
    ewma_L: alarm(reading.z, printedLimit),
    cusum5: alarm(reading.cusum, cusumLimit),
  };
}

function valueOf(day: EarsDay | undefined): number | null {
  return day?.kind === "statistic" ? day.value : null;
}

function alarm(value: number | null, limit: number): 0 | 1 {
  return value !== null && value > limit ? 1 : 0;
}
