import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { createDesign, type Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { kish } from "../../stats/weights/kish.ts";
import { rake, type Margin } from "../../stats/weights/rake.ts";
import { sharedPath } from "../support/shared.ts";

/** R 4.2.2, survey 4.1-1: `rake(control = list(maxit = 1000, epsilon = 1e-7))` on the Household Pulse Survey, week 1. */
interface Reference {
  readonly n: number;
  readonly base: string;
  readonly vars: readonly string[];
  readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly result: Readonly<Record<string, number>>;
  readonly weights_first_20: readonly number[];
}

const referencePath = sharedPath("reference/hps-week1-raking.json");
const wavePath = sharedPath("data/hps/waves/hps_w01.csv.gz");
const names = ["full_4", "full_5", "first3000_4", "first3000_4_base"] as const;

describe.skipIf(referencePath === null || wavePath === null)("raking of a real survey", () => {
  const read = (): { references: Record<string, Reference>; lines: Record<string, string>[] } => ({
    references: JSON.parse(readFileSync(referencePath ?? "", "utf8")),
    lines: parse(gunzipSync(readFileSync(wavePath ?? "")), { columns: true }),
  });

  test.each(names)("gives R's weights, estimates and errors: %s", (name) => {
    const { references, lines } = read();
    const reference = references[name];
    if (reference === undefined) throw new Error(`The reference has no ${name}`);
    const { n, base, vars, margins: totals, result } = reference;
    const rows = lines.slice(0, n);
    const population = sum(Object.values(totals[vars[0] ?? ""] ?? {}));
    const margins = vars.map((variable) => marginOf(variable, totals[variable] ?? {}, rows));
    const baseWeights = base === "1" ? null : Float64Array.from(rows, (row) => Number(row[base]));
    const raked = rake(baseWeights, margins, { rows: n });
    if (raked.kind !== "weights") throw new Error("The margins were not met");

    expectWeights(
      raked.weights.map((weight) => (weight * population) / n),
      reference,
    );

    const anxious = Float64Array.from(rows, anxiety);
    const whole = createDesign({ rows: n, weights: raked.weights });
    // R's `rake` takes residuals from unweighted means also where base weights differ; its `calibrate` does as we do.
    const calibration = { margins, baseWeights: null };
    const calibrated = createDesign({ rows: n, weights: raked.weights, calibration });
    expect(percent(anxious, createDesign({ rows: n })).value).toBeCloseTo(result["unweighted_pct"] ?? 0, 8);
    expect(percent(anxious, whole).value).toBeCloseTo(result["anx_pct"] ?? 0, 7);
    expect(percent(anxious, calibrated).standardError).toBeCloseTo(result["anx_se_calibrated"] ?? 0, 8);

    // For weights as given the reference made its design of those who answered alone, so that its n/(n - 1) is theirs;
    // ours counts the whole file.
    const answered = Array.from(anxious.keys()).filter((row) => !Number.isNaN(anxious[row]));
    const ofAnswered = createDesign({
      rows: answered.length,
      weights: Float64Array.from(answered, (row) => raked.weights[row] ?? 0),
    });
    const theirs = percent(
      Float64Array.from(answered, (row) => anxious[row] ?? 0),
      ofAnswered,
    ).standardError;
    expect(theirs).toBeCloseTo(result["anx_se_weights_as_given"] ?? 0, 8);
    expect(relative(percent(anxious, whole).standardError, theirs)).toBeLessThan(1 / answered.length);
  });
});

function expectWeights(people: Float64Array, { n, result, weights_first_20: firstWeights }: Reference): void {
  for (const [row, weight] of firstWeights.entries()) expect(relative(people[row], weight)).toBeLessThan(1e-7);
  const spread = kish(people);
  expect(relative(spread?.sum, result["sum_w"])).toBeLessThan(1e-9);
  expect(relative(spread?.smallest, result["min_w"])).toBeLessThan(1e-7);
  expect(relative(spread?.largest, result["max_w"])).toBeLessThan(1e-7);
  expect(relative(spread?.designEffect, result["kish_deff"])).toBeLessThan(1e-8);
  expect(relative(spread?.effectiveSampleSize, result["kish_neff"])).toBeLessThan(1e-8);
  // R's standard deviation divides by n - 1, Kish's effect by n.
  const variation = Math.sqrt((((spread?.designEffect ?? 0) - 1) * n) / (n - 1));
  expect(relative(variation, result["cv_w"])).toBeLessThan(1e-7);
}

/** GAD-2 as the survey asks it: 3 or more of 6, known when both items are answered. */
function anxiety(row: Readonly<Record<string, string>>): number {
  const items = [Number(row["ANXIOUS"]), Number(row["WORRY"])];
  if (items.some((item) => !(item >= 1 && item <= 4))) return Number.NaN;
  return Number(sum(items) - 2 >= 3);
}

const recodes: Readonly<Record<string, (row: Readonly<Record<string, string>>) => string>> = {
  sex: (row) => (row["EGENDER"] === "1" ? "male" : "female"),
  ageband(row) {
    const age = 2020 - Number(row["TBIRTH_YEAR"]);
    if (age >= 80) return "80+";
    return age < 30 ? "18-29" : `${Math.floor(age / 10) * 10}-${Math.floor(age / 10) * 10 + 9}`;
  },
  edu(row) {
    const level = Number(row["EEDUC"]);
    if (level <= 2) return "lt_hs";
    if (level === 3) return "hs";
    return level <= 5 ? "some_college" : "bachelor_plus";
  },
  race(row) {
    if (row["RHISPANIC"] === "2") return "hispanic";
    return ["", "nh_white", "nh_black", "nh_asian", "nh_other"][Number(row["RRACE"])] ?? "";
  },
  state: (row) => (row["EST_ST"] ?? "").padStart(2, "0"),
};

function marginOf(
  variable: string,
  totals: Readonly<Record<string, number>>,
  rows: readonly Record<string, string>[],
): Margin {
  const labels = Object.keys(totals);
  const all = sum(Object.values(totals));
  const codes = Int32Array.from(rows, (row) => labels.indexOf(recodes[variable]?.(row) ?? ""));
  expect(codes.every((code) => code >= 0)).toBe(true);
  return {
    variable,
    codes,
    categories: labels.length,
    shares: Float64Array.from(labels, (label) => (totals[label] ?? 0) / all),
  };
}

function percent(values: Float64Array, design: Design): { value: number; standardError: number } {
  const found = mean(values, design, null);
  if (found.kind !== "estimate") throw new Error(found.reason);
  return { value: 100 * found.value, standardError: 100 * (found.standardError ?? 0) };
}

function relative(got: number | undefined, expected: number | undefined): number {
  return Math.abs((got ?? 0) - (expected ?? 0)) / Math.abs(expected ?? 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
