import { createDesign, type Design } from "../../../stats/design.ts";
import { reverseCoded } from "../../../stats/items/boxes.ts";
import { cronbachAlpha } from "../../../stats/scales/cronbachAlpha.ts";
import { mcdonaldOmega } from "../../../stats/scales/mcdonaldOmega.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** Reliabilities of scales: Cronbach's alpha and McDonald's omega. */
export const scales: readonly Adapter[] = [
  {
    accepts: (reference) => takes("items")(reference) && "loadings_uls" in reference.expected,
    run: ({ input }, { data, design }) => omegaInWords(itemsOf(input, data), design),
  },
  {
    accepts: (reference) => isAlpha(reference) && takes("items_matrix")(reference),
    run({ input }) {
      const people = input["items_matrix"] as (number | null)[][];
      const items = (people[0] ?? []).map((_, item) =>
        Float64Array.from(people, (answers) => answers[item] ?? Number.NaN),
      );
      return alphaInWords(items, createDesign({ rows: people.length }));
    },
  },
  {
    // A case that names no file asks of the names alone: whatever is in the columns, it is the same.
    accepts: (reference) => isAlpha(reference) && takes("items")(reference) && reference.design === undefined,
    run: ({ input }) =>
      alphaInWords(
        namesOf(input).map(() => Float64Array.of(1, 2)),
        createDesign({ rows: 2 }),
      ),
  },
  {
    accepts: (reference) => isAlpha(reference) && takes("items")(reference),
    run: ({ input }, { data, design }) => alphaInWords(itemsOf(input, data), design),
  },
];

/** Told by the beginning of the id: `alpha/`, `alpha_weighted/`, `edge/alpha_`. */
function isAlpha({ id }: ReferenceCase): boolean {
  return /^(edge\/)?alpha[_/]/.test(id);
}

function namesOf(input: ReferenceCase["input"]): string[] {
  return [input["items"]].flat().map(String);
}

/** The columns of a scale's items, those that are named turned round by a rule such as `7-x`. */
function itemsOf(input: ReferenceCase["input"], data: ReferenceData): Float64Array[] {
  const reversed = new Set([input["reverse"] ?? []].flat().map(String));
  const ends = Number.parseFloat(String(input["reverse_rule"]));
  return namesOf(input).map((name) => {
    const values = data.numbers(name);
    return reversed.has(name) ? reverseCoded(values, { lowest: 0, highest: ends }) : values;
  });
}

function alphaInWords(items: readonly Float64Array[], design: Design): Record<string, unknown> {
  const found = cronbachAlpha(items, design, null);
  if (found.kind === "not-estimable") return { error: codeOf(found.reason) };
  const { n, interval, averageCorrelation } = found;
  return {
    n,
    k: found.items,
    alpha_raw: found.raw,
    alpha_std: found.standardised,
    average_r: averageCorrelation,
    alpha_if_dropped: found.ifDeleted,
    r_drop: found.itemRest,
    feldt_ci95: interval === null ? null : [interval.lower, interval.upper],
    spearman_brown: (2 * averageCorrelation) / (1 + averageCorrelation),
  };
}

function omegaInWords(items: readonly Float64Array[], design: Design): Record<string, unknown> {
  const leastSquares = mcdonaldOmega(items, design, null, "uls");
  const likelihood = mcdonaldOmega(items, design, null, "ml");
  if (leastSquares.kind === "not-estimable") return { error: codeOf(leastSquares.reason) };
  if (likelihood.kind === "not-estimable") return { error: codeOf(likelihood.reason) };
  return {
    n: leastSquares.n,
    loadings_uls: leastSquares.loadings,
    omega_uls_standardised: leastSquares.standardised,
    omega_uls_raw: leastSquares.raw,
    loadings_ml: likelihood.loadings,
    omega_ml_standardised: likelihood.standardised,
  };
}
