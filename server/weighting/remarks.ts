import type { DidNotConverge } from "../../stats/weights/rakeCells.ts";
import type { MarginAdjustment, MarginFault } from "../../stats/weights/settleMargins.ts";
import type { WeightingRemark } from "./weightingApi.ts";

/** The names of each margin's categories, by the margin's name. */
export type CategoryNames = ReadonlyMap<string, readonly string[]>;

/** Why the margins cannot be met. */
export function whyNotMet(fault: MarginFault | DidNotConverge, names: CategoryNames): WeightingRemark {
  switch (fault.kind) {
    case "raking-did-not-converge":
      return remark(fault.kind, {
        "zh-CN": `边际分布互相矛盾，无法同时满足；最差相差 ${percent(fault.worstError)}`,
        en: `the margins contradict each other and cannot all be met; the worst is ${percent(fault.worstError)} off`,
      });
    case "bad-weight":
      return remark(fault.kind, { "zh-CN": "有基础权重为负数", en: "a base weight is negative" });
    case "targets-do-not-sum":
      return remark(
        fault.kind,
        { "zh-CN": `各类比例之和为 ${fault.sum}，不是 1`, en: `the shares sum to ${fault.sum}, not 1` },
        { margin: fault.variable },
      );
    case "empty-margin-category":
      return remark(
        fault.kind,
        { "zh-CN": "这一类应有人，却无人回答", en: "somebody should be in this category and nobody is" },
        placed(fault, names),
      );
    case "category-without-target":
    case "zero-target-with-respondents":
      return remark(
        fault.kind,
        { "zh-CN": "这一类有人回答，目标比例却是 0", en: "respondents are in this category and its target is 0" },
        placed(fault, names),
      );
  }
}

/** What was done to a margin so that it could be met. */
export function whatWasDone(adjustment: MarginAdjustment, names: CategoryNames): WeightingRemark {
  const { kind, variable: margin } = adjustment;
  switch (kind) {
    case "shares-rescaled":
      return remark(
        kind,
        {
          "zh-CN": `比例之和为 ${adjustment.sum}，已调整为 1`,
          en: `shares summed to ${adjustment.sum} and were made 1`,
        },
        { margin },
      );
    case "collapsed":
      return collapsed({ margin, category: adjustment.category, into: adjustment.into, respondents: 0 }, names);
    case "renormalised":
      return remark(
        kind,
        { "zh-CN": "无人回答，其比例已分给其他各类", en: "nobody is in it; its share went to the others alike" },
        placed(adjustment, names),
      );
    case "own-share": {
      const share = percent(adjustment.share);
      return remark(
        kind,
        { "zh-CN": `${share} 未回答，保持自身比例`, en: `${share} did not answer and keep their own share` },
        { margin },
      );
    }
    case "rows-dropped":
      return remark(
        kind,
        {
          "zh-CN": `${adjustment.rows} 人未回答，权重为 0`,
          en: `${adjustment.rows} did not answer and have weight 0`,
        },
        { margin },
      );
  }
}

/** That a category went into its neighbour. */
export function collapsed(
  { margin, category, into, respondents }: { margin: string; category: number; into: number; respondents: number },
  names: CategoryNames,
): WeightingRemark {
  const neighbour = names.get(margin)?.[into] ?? String(into);
  return remark(
    "collapsed",
    {
      "zh-CN": `只有 ${respondents} 人，并入“${neighbour}”`,
      en: `${respondents} respondents; put into “${neighbour}”`,
    },
    placed({ variable: margin, category }, names),
  );
}

/** That a category has few respondents and stays as it is. */
export function fewRespondents({
  margin,
  category,
  respondents,
}: {
  margin: string;
  category: string;
  respondents: number;
}): WeightingRemark {
  const message = { "zh-CN": `只有 ${respondents} 人`, en: `only ${respondents} respondents` };
  return remark("few-respondents", message, { margin, category });
}

/** What is wrong with weights that were found. */
export const warnings = {
  boundsNotMet: (largest: number): WeightingRemark =>
    remark("trim-bounds-not-met", {
      "zh-CN": `边际分布已满足，但权重超出界限，最大为平均值的 ${largest.toFixed(1)} 倍`,
      en: `the margins are met and the bounds are not: the largest weight is ${largest.toFixed(1)} times the mean`,
    }),
  farFromMean: (largest: number): WeightingRemark =>
    remark("far-from-mean", {
      "zh-CN": `最大权重为平均值的 ${largest.toFixed(1)} 倍`,
      en: `the largest weight is ${largest.toFixed(1)} times the mean`,
    }),
  largeDesignEffect: (designEffect: number): WeightingRemark =>
    remark("large-design-effect", {
      "zh-CN": `设计效应 ${designEffect.toFixed(2)}，大于 2.5`,
      en: `the design effect is ${designEffect.toFixed(2)}, above 2.5`,
    }),
} as const;

/** That a block has nobody to weight. */
export const nobodyToWeight: WeightingRemark = remark("no-data", {
  "zh-CN": "没有可加权的回答",
  en: "there is no response to weight",
});

function remark(
  code: string,
  message: WeightingRemark["message"],
  { margin = null, category = null }: { margin?: string | null; category?: string | null } = {},
): WeightingRemark {
  return { code, margin, category, message };
}

function placed(
  { variable, category }: { variable: string; category: number },
  names: CategoryNames,
): { margin: string; category: string } {
  return { margin: variable, category: names.get(variable)?.[category] ?? String(category) };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
