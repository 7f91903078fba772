import type { Margin, RowsToWeight } from "./rake.ts";

/** What stands in the way of weighting to margins. Categories are named by their code. */
export type MarginFault =
  | { readonly kind: "bad-weight"; readonly row: number }
  | { readonly kind: "targets-do-not-sum"; readonly variable: string; readonly sum: number }
  | {
      readonly kind: "empty-margin-category" | "category-without-target" | "zero-target-with-respondents";
      readonly variable: string;
      readonly category: number;
    };

/** What was done to a margin so that it can be met; a weighting report lists them. */
export type MarginAdjustment =
  | { readonly kind: "shares-rescaled"; readonly variable: string; readonly sum: number }
  | { readonly kind: "collapsed"; readonly variable: string; readonly category: number; readonly into: number }
  | { readonly kind: "renormalised"; readonly variable: string; readonly category: number }
  | { readonly kind: "own-share"; readonly variable: string; readonly share: number }
  | { readonly kind: "rows-dropped"; readonly variable: string; readonly rows: number };

/** What to do where margins and respondents do not fit. */
export interface MarginPolicies {
  /**
   * A category that should have somebody and has nobody: `fail`, `renormalise` (its share goes to all others alike), or
   * for each variable the category that takes its share.
   */
  readonly emptyCategory: "fail" | "renormalise" | { readonly collapseInto: ReadonlyMap<string, number> };
  /**
   * Respondents without an answer: `own-share` makes them a category of their own that keeps its weighted share, so that
   * nobody is dropped or moved; `drop` gives them weight 0.
   */
  readonly missing: "own-share" | "drop";
}

/** Margins that respondents can be raked to. */
export interface SettledMargins {
  readonly kind: "margins";
  readonly margins: readonly Margin[];
  /** As given, but 0 for dropped rows. */
  readonly baseWeights: Float64Array | null;
  readonly adjustments: readonly MarginAdjustment[];
}

const usual: MarginPolicies = { emptyCategory: "fail", missing: "own-share" };
const silentlyOff = 1e-6;

/** Shares whose sum is further than this from 1 are refused. */
export const mostSumMayBeOff = 0.005;

/**
 * Holds margins against the respondents, and makes them possible by the policies or says what is wrong.
 *
 * @param wanted shares are not a number where a category has no target; codes below 0 are no answer.
 * @param baseWeights one entry a row; `null` for all 1.
 */
export function settleMargins(
  wanted: readonly Margin[],
  baseWeights: Float64Array | null,
  size: RowsToWeight,
  policies: Partial<MarginPolicies> = {},
): SettledMargins | MarginFault {
  const { emptyCategory, missing } = { ...usual, ...policies };
  const badRow = baseWeights?.findIndex((weight) => !(weight >= 0 && weight < Infinity)) ?? -1;
  if (badRow >= 0) return { kind: "bad-weight", row: badRow };
  const adjustments: MarginAdjustment[] = [];
  const used = missing === "drop" ? dropped(wanted, baseWeights, { size, adjustments }) : baseWeights;
  const margins: Margin[] = [];
  for (const margin of wanted) {
    const weight = weightOfCategories(margin, used, size);
    const fault = faultIn(margin, weight, emptyCategory);
    if (fault !== null) return fault;
    const shares = possibleShares(margin, weight, { emptyCategory, adjustments });
    margins.push(withOwnShare({ ...margin, shares }, weight, adjustments));
  }
  return { kind: "margins", margins, baseWeights: used, adjustments };
}

function dropped(
  wanted: readonly Margin[],
  baseWeights: Float64Array | null,
  { size, adjustments }: { size: RowsToWeight; adjustments: MarginAdjustment[] },
): Float64Array {
  const used = baseWeights === null ? new Float64Array(size.rows).fill(1) : Float64Array.from(baseWeights);
  for (const { variable, codes } of wanted) {
    let rows = 0;
    for (let row = 0; row < size.rows; row++) {
      if ((codes[row] ?? -1) >= 0 || used[row] === 0) continue;
      used[row] = 0;
      rows += 1;
    }
    if (rows > 0) adjustments.push({ kind: "rows-dropped", variable, rows });
  }
  return used;
}

/** Weight of each category, and last of those without an answer. */
function weightOfCategories(
  { codes, categories }: Margin,
  baseWeights: Float64Array | null,
  { rows, frequencies = null }: RowsToWeight,
): Float64Array {
  const weight = new Float64Array(categories + 1);
  for (let row = 0; row < rows; row++) {
    const code = codes[row] ?? -1;
    const place = code < 0 ? categories : code;
    const base = baseWeights === null ? 1 : (baseWeights[row] ?? 0);
    weight[place] = (weight[place] ?? 0) + base * (frequencies === null ? 1 : (frequencies[row] ?? 0));
  }
  return weight;
}

function faultIn(
  { variable, categories, shares }: Margin,
  weight: Float64Array,
  emptyCategory: MarginPolicies["emptyCategory"],
): MarginFault | null {
  const sum = sumOf(shares);
  if (Math.abs(sum - 1) > mostSumMayBeOff) return { kind: "targets-do-not-sum", variable, sum };
  for (let category = 0; category < categories; category++) {
    const share = shares[category] ?? Number.NaN;
    const hasRespondents = (weight[category] ?? 0) > 0;
    if (hasRespondents && Number.isNaN(share)) return { kind: "category-without-target", variable, category };
    if (hasRespondents && share === 0) return { kind: "zero-target-with-respondents", variable, category };
    if (hasRespondents || !(share > 0) || emptyCategory === "renormalise") continue;
    const neighbour = emptyCategory === "fail" ? undefined : emptyCategory.collapseInto.get(variable);
    if (neighbour === undefined || !((weight[neighbour] ?? 0) > 0))
      return { kind: "empty-margin-category", variable, category };
  }
  return null;
}

function possibleShares(
  { variable, shares }: Margin,
  weight: Float64Array,
  { emptyCategory, adjustments }: { emptyCategory: MarginPolicies["emptyCategory"]; adjustments: MarginAdjustment[] },
): Float64Array {
  const possible = shares.map((share) => (Number.isNaN(share) ? 0 : share));
  const sum = sumOf(shares);
  if (Math.abs(sum - 1) > silentlyOff) adjustments.push({ kind: "shares-rescaled", variable, sum });
  for (const [category, share] of possible.entries()) {
    if (share === 0 || (weight[category] ?? 0) > 0) continue;
    possible[category] = 0;
    const into = typeof emptyCategory === "string" ? undefined : emptyCategory.collapseInto.get(variable);
    if (into === undefined) {
      adjustments.push({ kind: "renormalised", variable, category });
    } else {
      possible[into] = (possible[into] ?? 0) + share;
      adjustments.push({ kind: "collapsed", variable, category, into });
    }
  }
  const rest = sumOf(possible);
  return possible.map((share) => share / rest);
}

function withOwnShare(margin: Margin, weight: Float64Array, adjustments: MarginAdjustment[]): Margin {
  const { variable, codes, categories, shares } = margin;
  const missing = weight[categories] ?? 0;
  if (missing === 0) return codes.some((code) => code < 0) ? { ...margin, codes: filled(margin) } : margin;
  const share = missing / sumOf(weight);
  adjustments.push({ kind: "own-share", variable, share });
  const withMissing = Float64Array.from({ length: categories + 1 }, (_, category) =>
    category === categories ? share : (shares[category] ?? 0) * (1 - share),
  );
  return {
    variable,
    categories: categories + 1,
    shares: withMissing,
    codes: Int32Array.from(codes, (code) => (code < 0 ? categories : code)),
  };
}

/** Rows of weight 0 need a code, too; which one does not matter. */
function filled({ codes }: Margin): Int32Array {
  return Int32Array.from(codes, (code) => Math.max(0, code));
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value;
  return sum;
}
