import type { Tolerance } from "./referenceCase.ts";

/** One place in a case's result that is not as expected. */
export interface Difference {
  readonly at: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Keys with these beginnings explain and need not be matched. */
const explains = ["informative", "svychisq_", "r_message", "rounds", "psych_fa_", "note"];

/** The places where a result differs from what was expected; every expected key must be there. */
export function differences(
  { expected, got }: { expected: unknown; got: unknown },
  tolerance: Tolerance,
  at = "",
): Difference[] {
  const wanted = nonFinite[String(expected)] ?? expected;
  if (typeof wanted === "number") return isNear(wanted, got, tolerance) ? [] : [{ at, expected, got }];
  if (Array.isArray(wanted)) {
    if (!isList(got) || got.length !== wanted.length) return [{ at, expected, got }];
    return wanted.flatMap((item, place) =>
      differences({ expected: item, got: got[place] }, tolerance, `${at}[${place}]`),
    );
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof got !== "object" || got === null) return [{ at, expected, got }];
    const found = got as Record<string, unknown>;
    return Object.entries(wanted)
      .filter(([key]) => !explains.some((beginning) => key.startsWith(beginning)))
      .flatMap(([key, item]) => differencesAt({ key, expected: item, found }, tolerance, at));
  }
  return wanted === got ? [] : [{ at, expected, got }];
}

/** A key can ask for less than a value: `x_at_least` for a bound of `x`, `must_not_equal_x` for any other. */
function differencesAt(
  { key, expected, found }: { key: string; expected: unknown; found: Record<string, unknown> },
  tolerance: Tolerance,
  at: string,
): Difference[] {
  const place = at === "" ? key : `${at}.${key}`;
  const bounded = /^(.+)_at_least$/.exec(key)?.[1];
  if (bounded !== undefined) {
    const got = found[bounded];
    return typeof got === "number" && got >= Number(expected) ? [] : [{ at: place, expected, got }];
  }
  const forbidden = /^must_not_equal_(.+)$/.exec(key)?.[1];
  if (forbidden !== undefined) {
    const got = found[forbidden];
    return isNear(Number(expected), got, tolerance) ? [{ at: place, expected, got }] : [];
  }
  return differences({ expected, got: found[key] }, tolerance, place);
}

const nonFinite: Readonly<Record<string, number>> = { NaN: Number.NaN, Inf: Infinity, "-Inf": -Infinity };

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isNear(expected: number, got: unknown, { abs, rel }: Tolerance): boolean {
  if (typeof got !== "number") return false;
  if (!Number.isFinite(expected)) return Object.is(expected, got);
  return Math.abs(got - expected) <= abs + rel * Math.abs(expected);
}
