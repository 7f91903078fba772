import type { Coded } from "../design.ts";
import { tQuantile } from "../distributions/studentT.ts";
import type { AgreementFound } from "./agreement.ts";

/**
 * Krippendorff's alpha for codes without an order, of any number of coders who need not have coded every unit: one less
 * the disagreement within units over that among all codes.
 *
 * The interval leaves out a unit at a time (the jackknife); it is poor below about 30 units.
 *
 * @param coders their codes, the same units in the same order; below 0 is not coded. Units of fewer than two are left out.
 * @param level 0.95 for a 95% interval.
 * @see Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.
 */
export function krippendorffAlpha(coders: readonly Coded[], level = 0.95): AgreementFound {
  const units = countedUnits(coders);
  const n = units.length;
  if (n === 0) return { kind: "not-estimable", reason: "no-data", n };
  const all = totalsOf(units);
  const value = alphaOf(all);
  if (value === null) return { kind: "not-estimable", reason: "no-variance", n };
  const without = units.map((unit) => alphaOf(less(all, unit)) ?? value);
  const observed = 1 - all.disagreeing / all.codes;
  if (n === 1) return { kind: "agreement", value, standardError: null, interval: null, n, observed };
  const middle = without.reduce((sum, each) => sum + each, 0) / n;
  const squares = without.reduce((sum, each) => sum + (each - middle) ** 2, 0);
  const standardError = Math.sqrt(((n - 1) / n) * squares);
  const reach = tQuantile(1 - (1 - level) / 2, n - 1) * standardError;
  const interval = {
    lower: Math.max(-1, value - reach),
    upper: Math.min(1, value + reach),
    level,
    method: "student-t",
  } as const;
  return { kind: "agreement", value, standardError, interval, n, observed };
}

/** A unit, or all together: how often each code was given, and the disagreement within units, in codes. */
interface Counted {
  readonly given: Float64Array;
  readonly codes: number;
  readonly disagreeing: number;
}

function countedUnits(coders: readonly Coded[]): Counted[] {
  const categories = Math.max(0, ...coders.map((coder) => coder.categories));
  const length = Math.max(0, ...coders.map(({ codes }) => codes.length));
  const units: Counted[] = [];
  for (let unit = 0; unit < length; unit++) {
    const given = new Float64Array(categories);
    let codes = 0;
    for (const coder of coders) {
      const code = coder.codes[unit] ?? -1;
      if (code < 0) continue;
      given[code] = (given[code] ?? 0) + 1;
      codes += 1;
    }
    if (codes < 2) continue;
    const equal = given.reduce((sum, count) => sum + count * (count - 1), 0);
    units.push({ given, codes, disagreeing: (codes * (codes - 1) - equal) / (codes - 1) });
  }
  return units;
}

function totalsOf(units: readonly Counted[]): Counted {
  const given = new Float64Array(units[0]?.given.length ?? 0);
  for (const unit of units)
    for (let code = 0; code < given.length; code++) given[code] = (given[code] ?? 0) + (unit.given[code] ?? 0);
  return {
    given,
    codes: units.reduce((sum, { codes }) => sum + codes, 0),
    disagreeing: units.reduce((sum, { disagreeing }) => sum + disagreeing, 0),
  };
}

function less(all: Counted, unit: Counted): Counted {
  return {
    given: all.given.map((count, code) => count - (unit.given[code] ?? 0)),
    codes: all.codes - unit.codes,
    disagreeing: all.disagreeing - unit.disagreeing,
  };
}

/** `null` where there is but one code. */
function alphaOf({ given, codes, disagreeing }: Counted): number | null {
  const expected = codes * codes - given.reduce((sum, count) => sum + count * count, 0);
  return expected <= 0 ? null : 1 - ((codes - 1) * disagreeing) / expected;
}
