import { createDesign, type Design } from "../../stats/design.ts";
import { rake, type Margin } from "../../stats/weights/rake.ts";
import type { ReferenceDesign, Targets } from "./referenceCase.ts";
import type { ReferenceData } from "./referenceData.ts";

/**
 * The design that a case describes.
 *
 * @throws {RangeError} when its margins cannot be met.
 */
export function designOf(
  { weights, strata, ids, rake: targets, rake_variance: variance = "fixed" }: ReferenceDesign,
  data: ReferenceData,
): Design {
  const base = weights === null || weights === undefined ? null : data.numbers(weights);
  const drawn = {
    rows: data.rows,
    strata: groupsOf(strata, data),
    clusters: groupsOf(ids, data),
  };
  if (targets === undefined) return createDesign({ ...drawn, weights: base });
  const margins = marginsOf(targets, data);
  const raked = rake(base, margins, { rows: data.rows });
  if (raked.kind !== "weights") throw new RangeError("Cannot rake to these margins: they cannot all be met");
  const calibration = variance === "calibrated" ? { margins, baseWeights: base } : null;
  return createDesign({ ...drawn, weights: raked.weights, calibration });
}

/** Margins of a file's columns; a name of several columns joined by `_` that is no column is their cross. */
export function marginsOf(targets: Targets, data: ReferenceData): Margin[] {
  return Object.entries(targets).map(([variable, shares]) => ({
    variable,
    ...data.categories(variable, Object.keys(shares)),
    shares: Float64Array.from(Object.values(shares)),
  }));
}

function groupsOf(variable: string | null | undefined, data: ReferenceData): Int32Array | null {
  return variable === null || variable === undefined ? null : data.categories(variable).codes;
}
