import { linearRegression } from "../../../stats/regression/linearRegression.ts";
import type { Term } from "../../../stats/regression/modelMatrix.ts";
import type { Coefficient, NotFitted, Regression } from "../../../stats/regression/regression.ts";
import { codeOf, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** Linear regressions on columns of a file. */
export const regressions: readonly Adapter[] = [
  {
    accepts: ({ id, input }) => id.startsWith("linear/") && "y" in input && "x" in input,
    run(reference, { data, design }) {
      const terms = termsOf(reference, data);
      const outcome = data.numbers(String(reference.input["y"]));
      return wordsOf(linearRegression({ outcome, terms }, design, null), terms);
    },
  },
];

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

function wordsOf(found: Regression | NotFitted, terms: readonly NamedTerm[]): Record<string, unknown> {
  if (found.kind === "not-estimable") return { error: codeOf(found.reason), term: found.term };
  const { coefficients, covariance } = found;
  const size = coefficients.length;
  return {
    terms: coefficients.map((coefficient) => nameOf(coefficient, terms)),
    coef: coefficients.map(({ value }) => value),
    se: coefficients.map(({ standardError }) => standardError),
    df_residual: found.degreesOfFreedom,
    t: coefficients.map(({ test }) => test?.t),
    p: coefficients.map(({ test }) => test?.pValue),
    ci95: coefficients.map(({ interval }) => [interval.lower, interval.upper]),
    vcov: coefficients.map((_, row) => covariance.subarray(row * size, (row + 1) * size)),
    n_used: found.n,
  };
}

function nameOf({ term, category }: Coefficient, terms: readonly NamedTerm[]): string {
  const named = terms.find(({ name }) => name === term);
  return named === undefined ? "(Intercept)" : `${named.prefix}${named.labels[category ?? -1] ?? ""}`;
}
