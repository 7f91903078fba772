import { describe, expect, test } from "vitest";
import type { AgreementFound } from "../../stats/agreement/agreement.ts";
import { cohensKappa } from "../../stats/agreement/cohensKappa.ts";
import { krippendorffAlpha } from "../../stats/agreement/krippendorffAlpha.ts";
import type { Coded } from "../../stats/design.ts";

/** The codes of two coders from the table of how often each pair was given. */
function pairOf(table: readonly (readonly number[])[]): { one: Coded; other: Coded } {
  const pairs = table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other] as const)),
  );
  const coded = (place: 0 | 1): Coded => ({
    codes: Int32Array.from(pairs, (pair) => pair[place]),
    categories: table.length,
  });
  return { one: coded(0), other: coded(1) };
}

/** Codes as the papers print them, a sign a unit; `.` is not coded. */
function codesOf(signs: string): Coded {
  const codes = Int32Array.from(signs.replaceAll(" ", ""), (sign) => (sign === "." ? -1 : Number.parseInt(sign, 16)));
  return { codes, categories: 16 };
}

function found(agreement: AgreementFound) {
  if (agreement.kind === "not-estimable") throw new Error(`No agreement: ${agreement.reason}`);
  return agreement;
}

describe("cohensKappa", () => {
  test("gives the kappa and interval of SAS/STAT's example of two dermatologists", () => {
    // SAS/STAT User's Guide, The FREQ Procedure, "Cohen's Kappa Coefficient": SkinCondition.
    const kappa = found(
      cohensKappa(
        pairOf([
          [10, 4, 1, 0],
          [5, 10, 12, 2],
          [2, 4, 12, 5],
          [0, 2, 6, 13],
        ]),
      ),
    );
    expect(kappa.n).toBe(88);
    expect(kappa.value).toBeCloseTo(0.3449, 4);
    expect(kappa.standardError).toBeCloseTo(0.0724, 4);
    expect(kappa.interval?.lower).toBeCloseTo(0.203, 4);
    expect(kappa.interval?.upper).toBeCloseTo(0.4868, 4);
  });

  test("gives the kappa of Fleiss's diagnoses", () => {
    // Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, table 18.1.
    const kappa = found(
      cohensKappa(
        pairOf([
          [75, 1, 4],
          [5, 4, 1],
          [0, 0, 10],
        ]),
      ),
    );
    expect(kappa.value).toBeCloseTo(0.676, 3);
    expect(kappa.standardError).toBeCloseTo(0.087, 2);
    expect(kappa.observed).toBeCloseTo(0.89, 12);
  });

  test("leaves out what only one has coded, and has no value where only one code was given", () => {
    const one = { codes: Int8Array.of(1, 0, -1, 1), categories: 2 };
    const other = { codes: Int8Array.of(1, 0, 1, -1), categories: 2 };
    expect(cohensKappa({ one, other })).toMatchObject({ value: 1, n: 2, observed: 1 });
    const same = { codes: Int8Array.of(1, 1), categories: 2 };
    expect(cohensKappa({ one: same, other: same })).toEqual({ kind: "not-estimable", reason: "no-variance", n: 2 });
    const nobody = { codes: Int8Array.of(-1, -1), categories: 2 };
    expect(cohensKappa({ one: same, other: nobody })).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
  });
});

describe("krippendorffAlpha", () => {
  // Krippendorff (2011), Computing Krippendorff's alpha-reliability, parts A, B and C.
  test("gives the alpha of two observers and two codes", () => {
    const alpha = found(krippendorffAlpha([codesOf("0100000010"), codesOf("1110010000")]));
    expect(alpha.value).toBeCloseTo(0.095, 3);
    expect(alpha.n).toBe(10);
    expect(alpha.observed).toBeCloseTo(0.6, 12);
  });

  test("gives the alpha of two observers and five codes", () => {
    expect(found(krippendorffAlpha([codesOf("aabbdcccedda"), codesOf("babbbcccedd d")])).value).toBeCloseTo(0.692, 3);
  });

  test("gives the alpha of four observers who did not code everything", () => {
    const alpha = found(
      krippendorffAlpha([
        codesOf("1233 2141 2..."),
        codesOf("1233 2241 25.3"),
        codesOf(".333 2342 251."),
        codesOf("1233 2441 251."),
      ]),
    );
    expect(alpha.value).toBeCloseTo(0.743, 3);
    // The last unit has one code only.
    expect(alpha.n).toBe(11);
    expect(alpha.interval?.lower).toBeLessThan(0.743);
    expect(alpha.interval?.upper).toBeGreaterThan(0.743);
  });

  test("has no value without two codes of a unit, or where only one was ever given", () => {
    expect(krippendorffAlpha([codesOf("1."), codesOf(".1")])).toEqual({
      kind: "not-estimable",
      reason: "no-data",
      n: 0,
    });
    expect(krippendorffAlpha([codesOf("11"), codesOf("11")])).toMatchObject({ reason: "no-variance", n: 2 });
  });
});
