import { mean } from "../../stats/estimators/mean.ts";
import { cronbachAlpha } from "../../stats/scales/cronbachAlpha.ts";
import { mcdonaldOmega } from "../../stats/scales/mcdonaldOmega.ts";
import type { Alike } from "../analysis/alike.ts";
import type { ScaleColumn } from "./scaleColumns.ts";
import type { Reliability, ScaleItem } from "./scalesApi.ts";

/** Alpha and omega of the items of a scale among some respondents. */
export interface Measured extends Pick<Alike, "design" | "domain"> {
  readonly items: readonly ScaleColumn[];
  readonly alpha: ReturnType<typeof cronbachAlpha>;
  readonly omega: ReturnType<typeof mcdonaldOmega>;
}

/** How far the items measure the same. */
export function measured(
  items: readonly ScaleColumn[],
  { design, domain }: Pick<Alike, "design" | "domain">,
): Measured {
  const points = items.map((item) => item.points);
  const alpha = cronbachAlpha(points, design, domain);
  return { items, design, domain, alpha, omega: mcdonaldOmega(points, design, domain) };
}

/** What is said of the scale as a whole. */
export function reliabilityOf({ alpha, omega }: Pick<Measured, "alpha" | "omega">): Reliability {
  return { alpha: withoutItems(alpha), omega: withoutLoadings(omega) };
}

/** How each item is answered, and goes with the others. */
export function itemStatistics({ items, alpha, omega, design, domain }: Measured): ScaleItem[] {
  return items.map(({ name, label, points }, place) => ({
    name,
    label,
    mean: mean(points, design, domain),
    itemRest: alpha.kind === "alpha" ? (alpha.itemRest[place] ?? null) : null,
    alphaIfDeleted: alpha.kind === "alpha" ? (alpha.ifDeleted[place] ?? null) : null,
    loading: omega.kind === "omega" ? (omega.loadings[place] ?? null) : null,
  }));
}

function withoutItems(found: Measured["alpha"]): Reliability["alpha"] {
  if (found.kind === "not-estimable") return found;
  const { ifDeleted: _ifDeleted, itemRest: _itemRest, ...alpha } = found;
  return alpha;
}

function withoutLoadings(found: Measured["omega"]): Reliability["omega"] {
  if (found.kind === "not-estimable") return found;
  const { loadings: _loadings, ...omega } = found;
  return omega;
}
