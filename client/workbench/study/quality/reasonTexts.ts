import type { Counts, Reason } from "../../../../server/quality/qualityApi.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What each reason is called, and what it tells and does not, in plain words. */
export const reasonTexts: Readonly<Record<Reason, { readonly name: Translated; readonly note: Translated }>> = {
  attention: {
    name: { "zh-CN": "注意力题未通过", en: "Attention check failed" },
    note: {
      "zh-CN": "题目写明选哪一项，却选了别的：这一页没有读。",
      en: "The question says which answer to choose, and another was chosen: the page was not read.",
    },
  },
  rush: {
    name: { "zh-CN": "用时过短", en: "Far too fast" },
    note: {
      "zh-CN": "总用时不到中位数的一定比例，这么短的时间读不完题目。",
      en: "The whole took less than a share of the median time: too little to read the questions.",
    },
  },
  speed: {
    name: { "zh-CN": "各页偏快", en: "Fast page by page" },
    note: {
      "zh-CN": "平均每页比一般人快得多。熟练的读者也会偏快，所以单独不足以剔除。",
      en: "Much faster than usual on the average page. Practised readers are fast too, so alone it says little.",
    },
  },
  "straight-line": {
    name: { "zh-CN": "整齐作答", en: "Straight line" },
    note: {
      "zh-CN": "一组题连着选同一个答案。题目少、方向一致时，认真的人也会这样答。",
      en: "The same answer all down a battery. Where it is short and points one way, people who read answer so too.",
    },
  },
  distance: {
    name: { "zh-CN": "罕见的组合", en: "Rare combination" },
    note: {
      "zh-CN": "一组题的答案合在一起，与众人相距很远（马氏距离）。也会标出真正少见的人。",
      en: "Answers to a battery that together are far from everybody’s (Mahalanobis). Marks people who are truly rare, too.",
    },
  },
  repeat: {
    name: { "zh-CN": "与更早的回答几乎相同", en: "Repeats an earlier response" },
    note: {
      "zh-CN": "整份问卷与更早的一份几乎全同，偶然很难如此。最早的一份不标记。",
      en: "Nearly the same as an earlier response over the whole questionnaire, which chance would hardly bring about. The first is not marked.",
    },
  },
  burst: {
    name: { "zh-CN": "集中涌入", en: "Came in a burst" },
    note: {
      "zh-CN": "当天经同一渠道或网格来的回答远多于此前七天，或提交时过于频繁。常常只是链接被转发到了大群。",
      en: "Far more than in the seven days before came through its collector or grid unit, or too many at once. Often only a link passed on in a large group.",
    },
  },
};

/** The reasons in the order in which they are shown. */
export const shownReasons = Object.keys(reasonTexts) as readonly Reason[];

/** What a mark does. */
export const countsTexts: Readonly<Record<Counts, Translated>> = {
  alone: { "zh-CN": "单独即剔除", en: "excludes alone" },
  "with-another": { "zh-CN": "两项同时才剔除", en: "excludes with another" },
  shown: { "zh-CN": "只显示", en: "only shown" },
};
