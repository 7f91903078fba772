import { createDesign } from "../../../stats/design.ts";
import { linearRegression } from "../../../stats/regression/linearRegression.ts";
import {
  logisticRegression,
  type LogisticCoefficient,
  type LogisticRegression,
} from "../../../stats/regression/logisticRegression.ts";
import { modelMatrix, type Term } from "../../../stats/regression/modelMatrix.ts";
import type { Coefficient, Regression } from "../../../stats/regression/regression.ts";
import { waldTest } from "../../../stats/regression/waldTest.ts";
import { codeOf, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** Linear and logistic regressions, on columns of a file or on numbers of their own. */
export const regressions: readonly Adapter[] = [
  {
    accepts: ({ id, input }) => /^(linear|logistic)\//.test(id) && "y" in input && "x" in input,
    run(reference, { data, design }) {
      const terms = termsOf(reference, data);
      const model = { outcome: data.numbers(String(reference.input["y"])), terms };
      const fitted = reference.id.startsWith("linear/")
        ? linearRegression(model, design, null)
        : logisticRegression(model, design, null);
      if (fitted.kind === "not-estimable") return { error: codeOf(fitted.reason), term: fitted.term };
      // R counts answers of weight 0 too.
      const { n } = modelMatrix(model, createDesign({ rows: data.rows }), null).used;
      return { ...wordsOf(fitted, terms), ...waldTests(fitted, terms), n_used: n };
    },
  },
  {
    accepts: ({ input }) => ["x", "y", "w"].every((key) => Array.isArray(input[key])),
    run({ input }) {
      const [x, y, w] = ["x", "y", "w"].map((key) => Float64Array.from(input[key] as number[]));
      if (x === undefined || y === undefined || w === undefined) return {};
      const model = { outcome: y, terms: [{ name: "x", values: x }] };
      const fitted = logisticRegression(model, createDesign({ rows: x.length, weights: w }), null);
      if (fitted.kind === "not-estimable") return { error: codeOf(fitted.reason), term: fitted.term };
      return wordsOf(fitted, []);
    },
  },
];

/** Wald's test of each term in categories, as `wald_` and its name. */
function waldTests(fitted: Regression, terms: readonly NamedTerm[]): Record<string, unknown> {
  const inCategories = terms.filter((term) => "coded" in term);
  return Object.fromEntries(
    inCategories.map(({ name }): [string, unknown] => {
      const test = waldTest(fitted, [name]);
      if (test.kind === "not-estimable") return [`wald_${name}`, { error: codeOf(test.reason) }];
      return [`wald_${name}`, { F: test.f, df: test.numerator, ddf: test.denominator, p: test.pValue }];
    }),
  );
}

/** A term with what R calls its coefficients. */
type NamedTerm = Term & { readonly prefix: string; readonly labels: readonly string[] };

/** The terms of a case: a column with a reference is categories, any other numbers. */
function termsOf({ input, expected }: ReferenceCase, data: ReferenceData): NamedTerm[] {
  return [input["x"] as string | string[]].flat().map((name) => {
    const reference = referenceOf(name, input);
    if (reference === undefined) return { name, values: data.numbers(name), prefix: name, labels: [] };
    // The name that R's script gives to the column of the second form.
    const prefix = "categorical" in input ? ".grp" : name;
    const order = (expected["terms"] ?? []) as string[];
    const placeOf = (label: string): number => order.indexOf(`${prefix}${label}`);
    const others = data.categories(name).labels.filter((label) => label !== reference);
    const labels = [reference, ...others.sort((one, other) => placeOf(one) - placeOf(other))];
    return { name, coded: data.categories(name, labels), reference: 0, prefix, labels };
  });
}

/** Either one reference for each categorical column, or the only categorical column and its reference. */
function referenceOf(name: string, input: ReferenceCase["input"]): string | undefined {
  if (typeof input["reference"] === "string") return input["categorical"] === name ? input["reference"] : undefined;
  return (input["reference"] as Record<string, string> | undefined)?.[name];
}

/** A regression in the words of a reference folder. */
export function wordsOf(
  { coefficients, covariance, degreesOfFreedom }: Regression | LogisticRegression,
  terms: readonly NamedTerm[],
): Record<string, unknown> {
  const size = coefficients.length;
  return {
    terms: coefficients.map((coefficient) => nameOf(coefficient, terms)),
    coef: coefficients.map(({ value }) => value),
    se: coefficients.map(({ standardError }) => standardError),
    df_residual: degreesOfFreedom,
    t: coefficients.map(({ test }) => test?.t),
    p: coefficients.map(({ test }) => test?.pValue),
    ci95: coefficients.map(({ interval }) => [interval.lower, interval.upper]),
    vcov: coefficients.map((_, row) => covariance.subarray(row * size, (row + 1) * size)),
    ...oddsOf(coefficients),
  };
}

function oddsOf(coefficients: readonly (Coefficient | LogisticCoefficient)[]): Record<string, unknown> {
  const withOdds = coefficients.filter((each) => "oddsRatio" in each);
  return {
    odds_ratio: withOdds.map(({ oddsRatio }) => oddsRatio),
    or_ci95: withOdds.map(({ oddsRatioInterval: { lower, upper } }) => [lower, upper]),
  };
}

function nameOf({ term, category }: Coefficient, terms: readonly NamedTerm[]): string {
  const named = terms.find(({ name }) => name === term);
  return named === undefined ? "(Intercept)" : `${named.prefix}${named.labels[category ?? -1] ?? ""}`;
}
