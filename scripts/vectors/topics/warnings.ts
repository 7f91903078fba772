import { betweenVariance, heterogeneity } from "../../../stats/smallAreas/betweenVariance.ts";
import { baselineOf } from "../../../stats/warning/baseline.ts";
import { earlyWarning, type Reading } from "../../../stats/warning/earlyWarning.ts";
import { eligibleDays, type DailySeries } from "../../../stats/warning/dailySeries.ts";
import { usualRule, type WarningRule } from "../../../stats/warning/warningRule.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { CaseParts } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";

/** One series held against its baseline. Days count from 1. */
export const warnings: readonly Adapter[] = [
  {
    accepts: ({ input }) => takesDetector(input) && ("lambda" in input || "k" in input),
    run({ input }, parts) {
      const readings = readingsOf(seriesOf(input, parts), ruleOf(input));
      const of = (value: (reading: Reading) => number): number[] => readings.map(({ reading }) => value(reading));
      return {
        day: readings.map(({ day }) => day + 1),
        E: of(({ excess }) => excess),
        sd: of(({ standardError }) => standardError),
        Z: of(({ z }) => z),
        p_upper: of(({ p }) => p),
        C: of(({ cusum }) => cusum),
      };
    },
  },
  {
    accepts: ({ input }) => takesDetector(input),
    run: ({ input }, parts) => baselineIn(seriesOf(input, parts), Number(input["baseline_days"])),
  },
  {
    accepts: takes("p", "n_eff"),
    run({ input }) {
      const estimates = Float64Array.from(input["p"] as number[]);
      return baselineIn(seriesLike(estimates, Float64Array.from(input["n_eff"] as number[])), estimates.length);
    },
  },
  {
    accepts: takes("eligible_days"),
    run({ input }) {
      const days = Number(input["eligible_days"]);
      const found = baselineOf(seriesLike(new Float64Array(days).fill(0.5), new Float64Array(days).fill(100)), [
        ...Array(days).keys(),
      ]);
      if (found.kind === "baseline") return found;
      return { error: codeOf(found.reason), eligible: found.eligible, required: found.required };
    },
  },
];

function takesDetector(input: ReferenceCase["input"]): boolean {
  return ["estimate", "n_eff", "baseline_days"].every((key) => key in input);
}

function ruleOf(input: ReferenceCase["input"]): WarningRule {
  return {
    lambda: Number(input["lambda"] ?? usualRule.lambda),
    smallestN: Number(input["n_min"]),
    baselineDays: Number(input["baseline_days"]),
    movesEvery: null,
    carriedFor: Infinity,
  };
}

/** The file's series, with the days that the case empties or shrinks. */
function seriesOf(input: ReferenceCase["input"], { data }: CaseParts): DailySeries {
  const estimates = data.numbers(input["estimate"] as string).slice();
  for (const day of [input["set_missing"] ?? []].flat() as number[]) estimates[day - 1] = Number.NaN;
  const series = seriesLike(estimates, data.numbers(input["n_eff"] as string));
  if (!("n" in input)) return series;
  const n = data.numbers(input["n"] as string).slice();
  for (const set of [input["set_n"] ?? []].flat() as { day: number; n: number }[]) n[set.day - 1] = set.n;
  return { ...series, n };
}

function seriesLike(estimates: Float64Array, effectiveSampleSizes: Float64Array): DailySeries {
  return { estimates, effectiveSampleSizes, n: effectiveSampleSizes, variances: null };
}

function readingsOf(series: DailySeries, rule: WarningRule): { day: number; reading: Reading }[] {
  const [days = []] = earlyWarning([series], rule);
  return days.flatMap((told, day) => {
    const reading = told.kind === "told" ? told.reading : told.carried;
    return reading === null ? [] : [{ day, reading }];
  });
}

function baselineIn(series: DailySeries, length: number): unknown {
  const days = eligibleDays(series, 0).filter((day) => day < length);
  const found = baselineOf(series, days);
  if (found.kind !== "baseline") return { error: codeOf(found.reason), ...found };
  const { varianceOfAnswer } = found;
  const direct = {
    estimates: days.map((day) => series.estimates[day] ?? 0),
    variances: days.map((day) => varianceOfAnswer / (series.effectiveSampleSizes[day] ?? 0)),
  };
  return {
    m0: found.pooledShare,
    v_100: varianceOfAnswer / 100,
    tau2: found.dispersion,
    tau2_DL: found.dispersion,
    tau2_PM: betweenVariance(direct, "paule-mandel"),
    Q: heterogeneity(direct),
    mu: found.level,
    var_mu: found.varianceOfLevel,
  };
}
