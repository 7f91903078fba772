import type { NotEstimable } from "../estimate.ts";
import type { KnownCovariance } from "../variance/strataSum.ts";
import type { CrossTable } from "./crossTable.ts";

/** The covariances of a table's totals, or why nothing can be tested with them. */
export function testableCovariance({ n, covariance, degreesOfFreedom }: CrossTable): KnownCovariance | NotEstimable {
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  if (degreesOfFreedom <= 0) return { kind: "not-estimable", reason: "n-too-small", n };
  if (covariance.kind === "lonely")
    return { kind: "not-estimable", reason: "lonely-psu", n, stratum: covariance.stratum };
  return covariance;
}
