import { quantiles } from "../../../stats/estimators/quantile.ts";
import type { QuantileRule } from "../../../stats/estimators/sortedValues.ts";
import { takes, type Adapter } from "../adapter.ts";

/** Quantiles by each rule, with Woodruff's interval. */
export const quantileCases: readonly Adapter[] = [
  {
    accepts: takes("variable", "probs", "rule"),
    run({ input }, { data, design }) {
      const probabilities = [input["probs"] as number | number[]].flat();
      const rule = input["rule"] as QuantileRule;
      const found = quantiles(data.numbers(String(input["variable"])), design, null, { probabilities, rule });
      const estimates = found.map((each) => (each.kind === "estimate" ? each : null));
      return {
        p: probabilities,
        quantile: estimates.map((each) => each?.value ?? null),
        ci_lower: estimates.map((each) => each?.lowerEnd ?? null),
        ci_upper: estimates.map((each) => each?.upperEnd ?? null),
        se: estimates.map((each) => each?.standardError ?? null),
        df: estimates[0]?.degreesOfFreedom,
      };
    },
  },
];
