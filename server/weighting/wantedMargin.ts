import { sharesOf } from "../../surveys/populations/population.ts";
import { populations } from "../../surveys/populations/populations.ts";
import type { SchemeMargin } from "./weightingApi.ts";

/** The shares that a margin is to have, by category. */
export type WantedShares = ReadonlyMap<string, number>;

/** The shares a margin names, before its categories are put together; `null` when there is no such population or margin. */
export function sharesNamed({ target }: Pick<SchemeMargin, "target">): Readonly<Record<string, number>> | null {
  if ("shares" in target) return target.shares;
  const margin = populations.get(target.population)?.margins.find(({ variable }) => variable === target.margin);
  return margin === undefined ? null : sharesOf(margin);
}

/**
 * The shares a margin is to have after its categories are put together. Those that are left out give theirs to the
 * others alike, so that the sum stays what it was.
 *
 * @throws {RangeError} when there is no such population or margin: a scheme is checked before.
 */
export function wantedShares(margin: Pick<SchemeMargin, "target" | "categories">): WantedShares {
  const named = sharesNamed(margin);
  if (named === null) throw new RangeError("Cannot weight to a population that is not known");
  const shares = new Map<string, number>();
  let [all, rest] = [0, 0];
  for (const [category, share] of Object.entries(named)) {
    const becomes = becomesIn(margin, category);
    all += share;
    if (becomes === null) continue;
    rest += share;
    shares.set(becomes, (shares.get(becomes) ?? 0) + share);
  }
  return new Map(Array.from(shares, ([category, share]) => [category, rest === 0 ? 0 : (share * all) / rest]));
}

function becomesIn({ categories }: Pick<SchemeMargin, "categories">, category: string): string | null {
  const becomes = Object.hasOwn(categories, category) ? categories[category] : undefined;
  return becomes === undefined ? category : becomes;
}
