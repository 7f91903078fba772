import { mean } from "../../../stats/estimators/mean.ts";
import { takes, type Adapter } from "../adapter.ts";
import { inReferenceWords } from "./results.ts";

/** Means of a variable on a design. */
export const means: readonly Adapter[] = [
  {
    accepts: (reference) => reference.id.startsWith("mean/") && takes("variable")(reference),
    run({ input }, { data, design }) {
      const found = mean(data.numbers(String(input["variable"])), design, null);
      return { ...inReferenceWords(found), n_rows: data.rows };
    },
  },
];
