import { achievedShares } from "../../stats/weights/achievedShares.ts";
import { collapseSmallCells } from "../../stats/weights/collapseSmallCells.ts";
import { kish } from "../../stats/weights/kish.ts";
import { rakeTrimmed, type TrimmedWeights } from "../../stats/weights/rakeTrimmed.ts";
import { settleMargins } from "../../stats/weights/settleMargins.ts";
import { weightedRowsIn } from "../../stats/weights/weightedRowsIn.ts";
import type { CodedMargin } from "./codedMargin.ts";
import {
  collapsed,
  fewRespondents,
  nobodyToWeight,
  warnings,
  whatWasDone,
  whyNotMet,
  type CategoryNames,
} from "./remarks.ts";
import type { BlockReport, MarginReport, SchemeContent, WeightingRemark, WeightSpread } from "./weightingApi.ts";

/** What is said of a block besides its days. */
export type BlockOutcome = Omit<BlockReport, "block" | "days" | "isClosed" | "schemeVersion">;

/** The weights of a block's rows, in their order; `null` when none meet the margins. */
export interface WeighedBlock {
  readonly weights: Float64Array | null;
  readonly outcome: BlockOutcome;
}

type Policies = Pick<SchemeContent, "trimming" | "fewestInCategory" | "emptyCategory" | "missing">;

/** Above these a report warns. */
const mostDesignEffect = 2.5;
const mostTimesMean = 5;

/**
 * Weights the rows of a block: puts small categories together, settles the margins, rakes within bounds.
 *
 * @param margins over the block's rows.
 * @param baseWeights one entry a row; 0 excludes it.
 */
export function weighBlock(
  margins: readonly CodedMargin[],
  baseWeights: Float64Array,
  policies: Policies,
): WeighedBlock {
  const size = { rows: baseWeights.length };
  const names: CategoryNames = new Map(margins.map(({ variable, categoryNames }) => [variable, categoryNames]));
  const begun = { margins, baseWeights };
  if (spreadOf(baseWeights) === null) return withoutWeights(begun, nobodyToWeight, []);
  const { together, adjustments: puttings } = putTogether(margins, baseWeights, { policies, names });
  const settled = settleMargins(together, baseWeights, size, policies);
  if (settled.kind !== "margins") return withoutWeights(begun, whyNotMet(settled, names), puttings);
  const adjustments = [...puttings, ...settled.adjustments.map((adjustment) => whatWasDone(adjustment, names))];
  const raked = rakeTrimmed(settled.baseWeights, settled.margins, {
    ...size,
    ...(policies.trimming ?? { lower: 0, upper: Infinity }),
  });
  if (raked.kind !== "weights") return withoutWeights(begun, whyNotMet(raked, names), adjustments);
  const { weights } = raked;
  const spread = spreadOf(weights);
  return {
    weights,
    outcome: {
      responses: size.rows,
      excluded: size.rows - (spread?.respondents ?? 0),
      weights: spread,
      before: spreadOf(baseWeights),
      trimmed: raked.trimmedRows,
      margins: marginReports(margins, { baseWeights, weights, targets: settled.margins }),
      notMet: [],
      adjustments,
      warnings: [
        ...together.flatMap((margin) => thinCategories(margin, baseWeights, policies.fewestInCategory)),
        ...warningsOf(raked, spread, policies),
      ],
    },
  };
}

/** What is said of a block whose margins cannot be met. */
function withoutWeights(
  { margins, baseWeights }: { margins: readonly CodedMargin[]; baseWeights: Float64Array },
  notMet: WeightingRemark,
  adjustments: readonly WeightingRemark[],
): WeighedBlock {
  const before = spreadOf(baseWeights);
  return {
    weights: null,
    outcome: {
      responses: baseWeights.length,
      excluded: baseWeights.length - (before?.respondents ?? 0),
      weights: null,
      before,
      trimmed: 0,
      margins: marginReports(margins, { baseWeights, weights: null, targets: margins }),
      notMet: [notMet],
      adjustments,
      warnings: [],
    },
  };
}

function warningsOf(
  { flag, largestRatio }: Pick<TrimmedWeights, "flag" | "largestRatio">,
  spread: WeightSpread | null,
  { trimming }: Policies,
): WeightingRemark[] {
  return [
    ...(flag === null ? [] : [warnings.boundsNotMet(largestRatio)]),
    ...(trimming === null && largestRatio > mostTimesMean ? [warnings.farFromMean(largestRatio)] : []),
    ...(spread !== null && spread.designEffect > mostDesignEffect
      ? [warnings.largeDesignEffect(spread.designEffect)]
      : []),
  ];
}

/** Puts each category that is too small into its neighbour, where the scheme names one. */
function putTogether(
  margins: readonly CodedMargin[],
  baseWeights: Float64Array,
  { policies, names }: { policies: Policies; names: CategoryNames },
): { together: CodedMargin[]; adjustments: WeightingRemark[] } {
  const adjustments: WeightingRemark[] = [];
  const together = margins.map((margin): CodedMargin => {
    const { categoryNames, neighbours, variable } = margin;
    const places = Int32Array.from(categoryNames, (name, place) => {
      const neighbour = Object.hasOwn(neighbours, name) ? neighbours[name] : undefined;
      return neighbour === undefined ? place : categoryNames.indexOf(neighbour);
    });
    const found = collapseSmallCells(margin, baseWeights, {
      rows: baseWeights.length,
      neighbours: places,
      fewest: policies.fewestInCategory,
    });
    // Neighbours of each other, both too small: they stay as they are, and the report says how few they have.
    if (found.kind !== "margin") return margin;
    adjustments.push(...found.collapsed.map((cell) => collapsed({ ...cell, margin: variable }, names)));
    return { ...margin, ...found.margin };
  });
  return { together, adjustments };
}

function thinCategories(margin: CodedMargin, baseWeights: Float64Array, fewest: number): WeightingRemark[] {
  const { variable, categoryNames, shares } = margin;
  const respondents = weightedRowsIn(margin, baseWeights, { rows: baseWeights.length });
  return categoryNames.flatMap((category, place) => {
    const count = respondents[place] ?? 0;
    const isThin = count < fewest && (shares[place] ?? 0) > 0;
    return isThin ? [fewRespondents({ margin: variable, category, respondents: count })] : [];
  });
}

/**
 * What each category has before and after. Shares are of those with an answer.
 *
 * @param weights `null` where there are none: what is achieved is then what was there before.
 * @param targets in the order of `margins`; a category of those without an answer may follow the others.
 */
export function marginReports(
  margins: readonly CodedMargin[],
  {
    baseWeights,
    weights,
    targets,
  }: {
    baseWeights: Float64Array;
    weights: Float64Array | null;
    targets: readonly { shares: Float64Array; categories: number }[];
  },
): MarginReport[] {
  const size = { rows: baseWeights.length };
  return margins.map((margin, index) => {
    const respondents = weightedRowsIn(margin, weights ?? baseWeights, size);
    const before = achievedShares(margin, baseWeights, size);
    const achieved = weights === null ? before : achievedShares(margin, weights, size);
    const target = amongAnswers(targets[index]?.shares ?? margin.shares, margin.categories);
    return {
      margin: margin.variable,
      categories: margin.categoryNames.map((category, place) => ({
        category,
        respondents: respondents[place] ?? 0,
        wanted: margin.shares[place] ?? 0,
        target: target[place] ?? 0,
        before: before[place] ?? 0,
        achieved: achieved[place] ?? 0,
      })),
    };
  });
}

function amongAnswers(shares: Float64Array, categories: number): Float64Array {
  const of = shares.slice(0, categories);
  const sum = of.reduce((all, share) => all + share, 0);
  return sum === 0 ? of : of.map((share) => share / sum);
}

/** How weights are spread, without their sum. */
export function spreadOf(weights: Float64Array): WeightSpread | null {
  const found = kish(weights);
  if (found === null) return null;
  const { respondents, smallest, largest, designEffect, effectiveSampleSize } = found;
  return { respondents, smallest, largest, designEffect, effectiveSampleSize };
}
