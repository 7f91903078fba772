import type { IndicatorContent } from "../../server/indicators/indicatorsApi.ts";
import type { Condition } from "../../server/estimates/conditions.ts";

/** Three claims of the questionnaire that are false. Who has not heard of one was not asked, and does not believe it. */
const falseClaims = ["garlic", "vinegar", "pets"];

const believes = (claim: string): Condition => ({
  kind: "all",
  of: [
    { kind: "code", variable: `heard.${claim}`, codes: ["yes"] },
    { kind: "code", variable: `believes_${claim}`, codes: ["true"] },
  ],
});

/** What the demonstration study is watched for, by the names of the indicators in addresses. */
export const demonstrationIndicators: Readonly<Record<string, IndicatorContent>> = {
  // Of Shaoxing's counties, since it has enough answers there each day, and a rise in one of them.
  anxiety: {
    title: { "zh-CN": "焦虑筛查阳性（GAD-7 ≥ 10）", en: "Screens positive for anxiety (GAD-7 of 10 or more)" },
    of: { kind: "number", variable: "gad7_score", from: 10, to: 21 },
    among: null,
    worse: "higher",
    areas: "county",
  },
  "cannot-tell": {
    title: { "zh-CN": "很难分辨信息真假", en: "Finds it hard to tell true news from false" },
    of: { kind: "code", variable: "tell_true", codes: ["unable"] },
    among: null,
    worse: "higher",
    areas: "province",
  },
  rumours: {
    title: { "zh-CN": "相信三条谣言中的至少一条", en: "Believes at least one of three false rumours" },
    of: { kind: "any", of: falseClaims.map(believes) },
    among: null,
    worse: "higher",
    areas: "province",
  },
  openness: {
    title: { "zh-CN": "认为本地政府信息公开", en: "Finds the local authorities open" },
    of: { kind: "code", variable: "openness.local", codes: ["very_open", "fairly_open"] },
    among: null,
    worse: "lower",
    areas: "province",
  },
  masks: {
    title: { "zh-CN": "口罩不易得到", en: "Finds masks hard to get" },
    of: { kind: "ticked", variable: "hard_to_get.masks" },
    among: null,
    worse: "higher",
    areas: "province",
  },
};
