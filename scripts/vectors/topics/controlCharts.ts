import { cusumRunLengths, ewmaLimits } from "../../../stats/warning/chartLimits.ts";
import { cusumAfter } from "../../../stats/warning/cusum.ts";
import { ears, earsSum, type EarsDay } from "../../../stats/warning/ears.ts";
import { ewmaAfter, noDays, standardErrorOfEwma } from "../../../stats/warning/ewma.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { CaseParts } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";

/** Charts of one series: with a known level, their limits, and the EARS. Days count from 1. */
export const controlCharts: readonly Adapter[] = [
  {
    accepts: takes("series", "mean0", "sd0", "lambda"),
    run: ({ input }, parts) => knownLevelEwma(input, parts),
  },
  {
    accepts: takes("series", "k", "h", "start"),
    run({ input }, { data }) {
      const values = data.numbers(input["series"] as string);
      const start = Number(input["start"]);
      const upper = cusumOf(values, start, Number(input["k"]));
      const lower = cusumOf(
        values.map((value) => -value),
        start,
        Number(input["k"]),
      );
      const limit = Number(input["h"]);
      return { upper, lower, alarm_up: daysAbove(upper, limit), alarm_down: daysAbove(lower, limit) };
    },
  },
  {
    accepts: ({ expected }) => Array.isArray(expected["table"]),
    run: ({ expected }) => ({ table: (expected["table"] as Record<string, number>[]).map(constantsLike) }),
  },
  {
    accepts: takes("series", "baseline", "lag", "threshold"),
    run: (reference, parts) => earsOfCounts(reference, parts),
  },
  {
    accepts: takes("series", "se", "baseline"),
    run({ input }, { data }) {
      const values = data.numbers(input["series"] as string);
      const floors = data.numbers(input["se"] as string);
      const second = ears(values, { lag: 2, floors });
      return {
        c1: ears(values, { lag: 0, floors }).map(statisticOf),
        c2: second.map(statisticOf),
        c3: earsSum(second),
      };
    },
  },
  {
    accepts: takes("series", "se_last"),
    run({ input }) {
      const values = Float64Array.from(input["series"] as number[]);
      const error = Number(input["se_last"]);
      const [raw] = ears(values, { lag: 0, floors: null }).slice(-1);
      const [floored] = ears(values, { lag: 0, floors: new Float64Array(values.length).fill(error) }).slice(-1);
      return {
        classic: raw?.kind === "statistic" ? "defined" : "undefined",
        statistic: raw === undefined ? undefined : statisticOf(raw),
        flag: raw?.kind === "not-estimable" ? codeOf(raw.reason) : null,
        [`with_floor_se_${error}`]: floored === undefined ? undefined : statisticOf(floored),
      };
    },
  },
];

function knownLevelEwma(input: ReferenceCase["input"], { data }: CaseParts): unknown {
  const lambda = Number(input["lambda"]);
  const level = Number(input["mean0"]);
  const variance = Number(input["sd0"]) ** 2;
  let average = { ...noDays, excess: Number(input["start"]) };
  const days = Array.from(data.numbers(input["series"] as string), (value) => {
    average = ewmaAfter(average, { deviation: value - level, variance }, lambda);
    return average;
  });
  const errors = days.map((day) => standardErrorOfEwma(day, 0));
  const limit = ewmaLimits.find((each) => each.lambda === lambda && each.averageRunLength === 370)?.twoSided;
  return {
    ewma: days.map(({ excess }) => excess),
    sd: errors,
    L_arl370: limit,
    alarm_days: daysAbove(
      days.map(({ excess }, day) => Math.abs(excess) / (errors[day] ?? 0)),
      limit ?? Number.NaN,
    ),
  };
}

function cusumOf(values: Float64Array, start: number, reference: number): number[] {
  let sum = start;
  return Array.from(values, (value) => (sum = cusumAfter(sum, value, reference)));
}

/** The constants for what a row of a case's table is about. */
function constantsLike(row: Readonly<Record<string, number>>): Record<string, number | undefined> | undefined {
  const { lambda, arl0, h } = row;
  if (lambda === undefined) {
    const found = cusumRunLengths.find(({ limit }) => limit === h);
    return (
      found && {
        k: 0.5,
        h: found.limit,
        arl0_one: found.oneSided,
        arl0_two: found.twoSided,
        arl1_delta1_one: found.oneSidedAfterShift,
      }
    );
  }
  const found = ewmaLimits.find((each) => each.lambda === lambda && each.averageRunLength === arl0);
  return found && { lambda, arl0, L_two: found.twoSided, L_one: found.oneSided };
}

/** C1 or C2 by the lag; the sum of C2 where the case is about C3. */
function earsOfCounts({ id, input }: ReferenceCase, { data }: CaseParts): unknown {
  const days = ears(data.numbers(input["series"] as string), { lag: input["lag"] === 0 ? 0 : 2, floors: null });
  const statistics = id.startsWith("ears/c3") ? earsSum(days) : days.map(statisticOf);
  const threshold = Number(input["threshold"]);
  const first = statistics.findIndex((value) => value !== null);
  return {
    first_day: first + 1,
    statistic: statistics.slice(first),
    upperbound: days
      .slice(first)
      .map((day) => (day.kind === "statistic" ? day.mean + threshold * day.standardDeviation : null)),
    alarm_days: daysAbove(statistics, threshold),
  };
}

function statisticOf(day: EarsDay): number | null {
  return day.kind === "statistic" ? day.value : null;
}

function daysAbove(values: readonly (number | null)[], limit: number): number[] {
  return [...values.entries()].filter(([, value]) => value !== null && value > limit).map(([day]) => day + 1);
}
