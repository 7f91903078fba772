import { normalTwoSided } from "../distributions/normal.ts";
import { holm } from "../multiplicity/holm.ts";
import { createCategories, type ItemCategories } from "./itemCategories.ts";
import { noItemSums, plus, scalability, type ItemSums, type Scalability } from "./scalability.ts";

/** A group's answers to a battery held against everybody else's. */
export interface JointAssociation {
  readonly group: Scalability;
  readonly others: Scalability;
  /** Of no difference between them, adjusted for all groups by Holm's method; `null` where it cannot be told. */
  readonly adjustedP: number | null;
  /**
   * - `too-independent`: H less than half of the others', as answers drawn one by one from the right shares have.
   * - `too-clean`: less than half of the others' distance from a perfect scale, as answers made up from one number have.
   * - `as-others`, and `cannot-tell`: too few answers, or the others' own answers hardly go together.
   */
  readonly verdict: "too-independent" | "too-clean" | "as-others" | "cannot-tell";
}

/** Below it the others' answers go together too little for a group to stand out (Mokken's bound of a scale). */
const leastOfOthers = 0.3;
const level = 0.01;
const parts = 20;

/**
 * Holds the answers of groups to a battery against everybody else's: who makes answers up can meet the share of every
 * answer, and hardly how answers go together. H is taken given the shares, so that a group that is merely happier or
 * more worried does not stand out for that. Unweighted. Takes as many steps as rows times the square of the items.
 *
 * It tells of a group and never of a person; a group of its own kind stands out too.
 *
 * @param items pointing the same way; for each item one entry a row, not a number for no answer. Few distinct values.
 * @param groups for each row its group's number from 0; below 0 in none, and then only among the others.
 * @param count how many groups there are.
 * @see Blasius & Thiessen (2015), Social Science Research 52; `scalability` for H.
 */
export function jointAssociation(
  items: readonly Float64Array[],
  groups: Int32Array | Int16Array,
  count: number,
): JointAssociation[] {
  const categories = items.map(createCategories);
  const dealt = dealtOut(categories, groups, count);
  const all = Array.from({ length: parts }, (_, part) =>
    dealt.reduce((sum, of) => plus(sum, of[part] ?? sum), noItemSums(categories)),
  );
  const compared = dealt.slice(0, count).map((of) => {
    const group = scalability(of, categories);
    const others =
      group.kind === "not-estimable"
        ? group
        : scalability(
            all.map((part, place) => plus(part, of[place] ?? noItemSums(categories), -1)),
            categories,
          );
    return { group, others, pValue: pValueOf(group, others) };
  });
  const adjusted = holm(Float64Array.from(compared, ({ pValue }) => pValue));
  return compared.map(({ group, others }, place) => {
    const p = adjusted[place] ?? Number.NaN;
    return { group, others, adjustedP: Number.isNaN(p) ? null : p, verdict: verdictOn(group, others, p) };
  });
}

/** Deals out the complete rows of each group, and of those in none behind them, into parts, one row after the other. */
function dealtOut(categories: readonly ItemCategories[], groups: Int32Array | Int16Array, count: number): ItemSums[][] {
  const dealt = Array.from({ length: count + 1 }, () => Array.from({ length: parts }, () => noItemSums(categories)));
  const rank = new Int32Array(count + 1);
  for (let row = 0; row < groups.length; row++) {
    if (categories.some(({ placeOf }) => (placeOf[row] ?? -1) < 0)) continue;
    const wanted = groups[row] ?? -1;
    const group = wanted < 0 ? count : wanted;
    const part = (rank[group] ?? 0) % parts;
    const sums = dealt[group]?.[part];
    if (sums === undefined) continue;
    rank[group] = (rank[group] ?? 0) + 1;
    addRow(sums, categories, row);
  }
  return dealt;
}

function addRow(sums: ItemSums, categories: readonly ItemCategories[], row: number): void {
  const values = categories.map(({ values: of, placeOf }) => of[placeOf[row] ?? 0] ?? 0);
  sums.n += 1;
  for (const [one, { placeOf }] of categories.entries()) {
    const place = placeOf[row] ?? 0;
    const counts = sums.counts[one];
    if (counts !== undefined) counts[place] = (counts[place] ?? 0) + 1;
    for (let other = 0; other < one; other++) {
      const pair = one * categories.length + other;
      sums.products[pair] = (sums.products[pair] ?? 0) + (values[one] ?? 0) * (values[other] ?? 0);
    }
  }
}

/** Not a number where it cannot be tested. */
function pValueOf(group: Scalability, others: Scalability): number {
  if (group.kind !== "scalability" || others.kind !== "scalability" || others.h < leastOfOthers) return Number.NaN;
  const error = Math.hypot(group.standardError, others.standardError);
  const difference = group.h - others.h;
  // A perfect scale has no error at all.
  return error === 0 ? Number(difference === 0) : normalTwoSided(difference / error);
}

function verdictOn(group: Scalability, others: Scalability, p: number): JointAssociation["verdict"] {
  if (Number.isNaN(p) || group.kind !== "scalability" || others.kind !== "scalability") return "cannot-tell";
  if (p >= level) return "as-others";
  if (group.h < others.h / 2) return "too-independent";
  return 1 - group.h < (1 - others.h) / 2 ? "too-clean" : "as-others";
}
