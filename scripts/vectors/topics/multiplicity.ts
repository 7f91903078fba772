import { benjaminiHochberg } from "../../../stats/multiplicity/benjaminiHochberg.ts";
import { benjaminiYekutieli } from "../../../stats/multiplicity/benjaminiYekutieli.ts";
import { bonferroni } from "../../../stats/multiplicity/bonferroni.ts";
import { hochberg } from "../../../stats/multiplicity/hochberg.ts";
import { holm } from "../../../stats/multiplicity/holm.ts";
import type { Adapter } from "../adapter.ts";

const methods = { BH: benjaminiHochberg, BY: benjaminiYekutieli, holm, hochberg, bonferroni };

/** p values adjusted by every method that a case expects. */
export const multiplicity: readonly Adapter[] = [
  {
    accepts: ({ input, expected }) => Array.isArray(input["p"]) && Object.keys(expected).every((key) => key in methods),
    run({ input }) {
      const given = Float64Array.from(input["p"] as (number | null)[], (p) => p ?? Number.NaN);
      const adjusted = Object.entries(methods).map(([name, adjust]) => {
        const values = Array.from(adjust(given), (p) => (Number.isNaN(p) ? null : p));
        // R writes a vector of one as a number.
        return [name, values.length === 1 ? values[0] : values];
      });
      return Object.fromEntries(adjusted) as unknown;
    },
  },
];
