import type { BetweenVarianceMethod } from "../../../stats/smallAreas/betweenVariance.ts";
import { fayHerriot } from "../../../stats/smallAreas/fayHerriot.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { CaseParts } from "../adapter.ts";

const methods: Readonly<Record<string, BetweenVarianceMethod>> = {
  PM: "paule-mandel",
  DL: "dersimonian-laird",
  REML: "reml",
};

/** Areas drawn to their common mean. */
export const smallAreas: readonly Adapter[] = [
  {
    accepts: takes("estimate", "v"),
    run({ input }, parts) {
      const given = {
        estimates: numbersOf(input["estimate"], parts),
        variances: numbersOf(input["v"], parts),
      };
      const method = methods[input["method"] as string] ?? "paule-mandel";
      if ("new_area_n" in input) return newArea(given, method);
      const found = fayHerriot(given, method);
      if (found.kind !== "areas") return found;
      return {
        tau2: found.betweenVariance,
        mu: found.mean,
        var_mu: found.varianceOfMean,
        shrinkage: found.areas.map(({ ownPart }) => ownPart),
        eb: found.areas.map(({ value }) => value),
        mse_first_order: found.areas.map(({ meanSquaredError }) => meanSquaredError),
      };
    },
  },
];

/** A column's name, or the numbers themselves. */
function numbersOf(given: unknown, parts: CaseParts): Float64Array {
  return typeof given === "string" ? parts.data.numbers(given) : Float64Array.from(given as number[]);
}

/** One area more, without answers of its own. */
function newArea(
  { estimates, variances }: { estimates: Float64Array; variances: Float64Array },
  method: BetweenVarianceMethod,
): unknown {
  const withNew = {
    estimates: Float64Array.of(...estimates, Number.NaN),
    variances: Float64Array.of(...variances, Number.NaN),
  };
  const found = fayHerriot(withNew, method);
  const area = found.kind === "areas" ? found.areas.at(-1) : undefined;
  if (area === undefined) return found;
  const flag = area.flag === null ? null : codeOf(area.flag);
  return { eb: area.value, mse: area.meanSquaredError, shrinkage: area.ownPart, flag };
}
