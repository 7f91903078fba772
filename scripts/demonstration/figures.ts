import { analysisRequest } from "../../server/analysis/analysisApi.ts";
import type { Condition } from "../../server/estimates/conditions.ts";
import { figureContent, type FigureContent, type PublicationSettings } from "../../server/figures/figuresApi.ts";
import { needTopics } from "../../surveys/questionnaires/dailyTracking/information.ts";
import { rumourClaims } from "../../surveys/questionnaires/dailyTracking/rumours.ts";
import { demonstrationScheme } from "./weighting.ts";

const shaoxing: Condition = { kind: "code", variable: "city", codes: ["3306"] };
const weight = `scheme:${demonstrationScheme}` as const;
const request = (part: object) => analysisRequest.parse({ weight, ...part });

const claims: Readonly<Record<(typeof rumourClaims)[number], readonly [string, string]>> = {
  laboratory: ["病毒从实验室泄漏", "Leaked from a laboratory"],
  garlic: ["吃大蒜、喝白酒可防感染", "Garlic or liquor prevents it"],
  vinegar: ["熏醋可杀灭病毒", "Vinegar fumes kill it"],
  pets: ["猫狗会传染给人", "Pets pass it on"],
  no_symptoms: ["无症状者也会传染（属实）", "Infectious without symptoms (true)"],
  surfaces: ["可在物体表面存活（属实）", "Lasts on surfaces (true)"],
};

const figure = (title: readonly [string, string], look: object, headline: readonly [string, string] = ["", ""]) =>
  figureContent.parse({
    title: { "zh-CN": title[0], en: title[1] },
    headline: { "zh-CN": headline[0], en: headline[1] },
    look,
  });

/** A figure of every kind, as a report on the demonstration study would have it. */
export const demonstrationFigures: readonly FigureContent[] = [
  figure(["公众从哪里获得疫情信息", "Where people get news of the epidemic"], {
    kind: "bars",
    request: request({ question: "sources" }),
  }),
  figure(
    ["绍兴公众对信息公开程度的评价", "How open people in Shaoxing find the authorities"],
    { kind: "likert", request: request({ question: "openness", filter: shaoxing }) },
    ["绍兴九成以上公众认为本地政府信息公开", "More than nine in ten in Shaoxing find the local authorities open"],
  ),
  figure(
    ["听说“熏醋可杀灭病毒”的比例", "Share who heard that vinegar fumes kill the virus"],
    {
      kind: "trend",
      request: request({ indicator: { kind: "code", variable: "heard.vinegar", codes: ["yes"] }, every: "day" }),
    },
    ["一条谣言三天之内传遍七成人", "A rumour reached seven in ten within three days"],
  ),
  figure(["很难分辨信息真假的比例，按年龄", "Share who find it hard to tell true news from false, by age"], {
    kind: "dots",
    request: request({ question: "tell_true", statistic: "share", codes: ["unable"], by: ["age_band"] }),
  }),
  figure(["焦虑程度（GAD-7），按学历", "Anxiety (GAD-7 bands), by education"], {
    kind: "bands",
    request: request({ question: "gad7_score", by: ["education"] }),
  }),
  figure(["信息需求与满足程度", "What people need to know, and how well it is met"], {
    kind: "quadrant",
    request: {
      weight,
      topics: needTopics.map((topic) => ({
        need: { kind: "ticked", variable: `needs.${topic}` },
        satisfaction: `met_${topic}`,
      })),
      satisfiedIf: [4, 5],
    },
  }),
  figure(["信息来源，按年龄", "Sources of news, by age"], {
    kind: "heat",
    request: request({ question: "sources", by: ["age_band"] }),
  }),
  figure(["信息需求的变化：第一周与最后一周", "What people need to know: first and last week"], {
    kind: "slope",
    request: request({ question: "needs" }),
    periods: [
      { from: "2020-01-30", to: "2020-02-05" },
      { from: "2020-02-27", to: "2020-03-04" },
    ],
  }),
  figure(["绍兴各地焦虑筛查阳性的比例", "Share screening positive for anxiety in the units of Shaoxing"], {
    kind: "multiples",
    request: request({
      indicator: { kind: "number", variable: "gad7_score", from: 10, to: 21 },
      by: ["county"],
      filter: shaoxing,
      every: "7-days",
    }),
  }),
  figure(["谣言：听说与相信", "Rumours: heard and believed"], {
    kind: "rumours",
    weight,
    claims: rumourClaims.map((claim) => ({
      label: { "zh-CN": claims[claim][0], en: claims[claim][1] },
      heard: { kind: "code", variable: `heard.${claim}`, codes: ["yes"] },
      believed: { kind: "code", variable: `believes_${claim}`, codes: ["true"] },
    })),
  }),
  figure(
    ["每天关注疫情一小时以上的比例，按省份", "Share who follow the news for more than an hour a day, by province"],
    {
      kind: "tiles",
      request: request({ question: "news_time", statistic: "share", codes: ["60-120", "over120"], by: ["province"] }),
    },
  ),
  figure(["绍兴各地很难分辨真假的比例", "Share in Shaoxing who find it hard to tell true from false"], {
    kind: "tiles",
    request: request({
      question: "tell_true",
      statistic: "share",
      codes: ["unable"],
      by: ["county"],
      filter: shaoxing,
    }),
  }),
];

/** What of the demonstration study may be public: it is simulated, so everything that a figure shows. */
export const demonstrationPublication: PublicationSettings = {
  questions: [
    "sources",
    "openness",
    "city",
    "county",
    "province",
    "heard",
    "tell_true",
    "age_band",
    "gad7_score",
    "education",
    "needs",
    ...needTopics.map((topic) => `met_${topic}`),
    ...rumourClaims.map((claim) => `believes_${claim}`),
    "news_time",
  ],
  embedders: null,
  conductor: { "zh-CN": "定心示范调查组", en: "Dingxin demonstration team" },
  population: {
    "zh-CN": "居住在中国、能上网的成年人；绍兴另加抽样",
    en: "Adults online in China, with Shaoxing as a region of its own",
  },
  mode: {
    "zh-CN": "开放链接的网络调查，自愿参加（非概率样本）",
    en: "Open online survey, opt-in (not a probability sample)",
  },
  limits: {
    "zh-CN": "自愿样本；加权只能纠正性别、年龄、省份与学历的差别。",
    en: "An opt-in sample: weights mend differences of sex, age, province and education only.",
  },
};
