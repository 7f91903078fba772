/** A share of cases, or why it has none; these are counts of a list and have no sampling error. */
export type Rate =
  | { readonly kind: "rate"; readonly value: number }
  | { readonly kind: "not-estimable"; readonly reason: "zero-denominator" | "no-known-selection-probability" };

/** One count by another. */
export function rate(part: number, whole: number): Rate {
  return whole > 0 ? { kind: "rate", value: part / whole } : { kind: "not-estimable", reason: "zero-denominator" };
}
