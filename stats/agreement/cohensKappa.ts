import type { Coded } from "../design.ts";
import { normalQuantile } from "../distributions/normal.ts";
import type { AgreementFound } from "./agreement.ts";

/**
 * Cohen's kappa of two coders: the agreement beyond that of two who gave their codes as often, but by chance.
 *
 * Units that only one has coded are left out. The interval is by the large-sample standard error and poor below about 50
 * units. Where one code is rare, kappa is low though the coders mostly agree: read it beside `observed`.
 *
 * @param pair.one the first coder's codes, a unit each; below 0 is not coded.
 * @param pair.other the second coder's, of the same units in the same order.
 * @param level 0.95 for a 95% interval.
 * @throws {RangeError} when the coders' units are not as many.
 * @see Cohen (1960), Educational and Psychological Measurement 20(1); Fleiss, Cohen & Everitt (1969), Psychological
 *   Bulletin 72(5), equation 13 without weights.
 */
export function cohensKappa({ one, other }: { one: Coded; other: Coded }, level = 0.95): AgreementFound {
  if (one.codes.length !== other.codes.length)
    throw new RangeError(`Cannot compare ${one.codes.length} units with ${other.codes.length}: they must be the same`);
  const { joint, n } = jointShares(one, other);
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  const size = joint.length;
  const places = Array.from({ length: size }, (_, place) => place);
  const at = (row: number, column: number): number => joint[row]?.[column] ?? 0;
  const ofOne = places.map((row) => sum(places.map((column) => at(row, column))));
  const ofOther = places.map((column) => sum(places.map((row) => at(row, column))));
  const observed = sum(places.map((place) => at(place, place)));
  const expected = sum(places.map((place) => (ofOne[place] ?? 0) * (ofOther[place] ?? 0)));
  if (expected > 1 - 1e-12) return { kind: "not-estimable", reason: "no-variance", n };
  const value = (observed - expected) / (1 - expected);
  let spread = -((observed * expected - 2 * expected + observed) ** 2);
  for (const row of places)
    for (const column of places) {
      const margins = (ofOther[row] ?? 0) + (ofOne[column] ?? 0);
      const factor = row === column ? 1 - expected - margins * (1 - observed) : margins * (1 - observed);
      spread += at(row, column) * factor ** 2;
    }
  const standardError = Math.sqrt(Math.max(0, spread) / n) / (1 - expected) ** 2;
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  const interval = {
    lower: Math.max(-1, value - reach),
    upper: Math.min(1, value + reach),
    level,
    method: "normal",
  } as const;
  return { kind: "agreement", value, standardError, interval, n, observed };
}

function jointShares(one: Coded, other: Coded): { joint: Float64Array[]; n: number } {
  const size = Math.max(one.categories, other.categories);
  const joint = Array.from({ length: size }, () => new Float64Array(size));
  let n = 0;
  for (let unit = 0; unit < one.codes.length; unit++) {
    const row = one.codes[unit] ?? -1;
    const column = other.codes[unit] ?? -1;
    const cells = joint[row];
    if (cells === undefined || column < 0) continue;
    cells[column] = (cells[column] ?? 0) + 1;
    n += 1;
  }
  return { joint: joint.map((cells) => cells.map((count) => count / n)), n };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
