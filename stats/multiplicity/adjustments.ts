import { benjaminiHochberg } from "./benjaminiHochberg.ts";
import { bonferroni } from "./bonferroni.ts";
import { holm } from "./holm.ts";

/** How the p values of several tests are adjusted for being several. */
export type Adjustment = "holm" | "bonferroni" | "benjamini-hochberg" | "none";

/** For each way its function: p values in, adjusted p values in the same order out. */
export const adjustments: Readonly<Record<Adjustment, (pValues: Float64Array) => Float64Array>> = {
  holm,
  bonferroni,
  "benjamini-hochberg": benjaminiHochberg,
  none: (pValues) => pValues,
};
