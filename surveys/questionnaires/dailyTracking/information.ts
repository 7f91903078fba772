import type { Page } from "../../definition.ts";
import { choicesOf, onlyIfTicked, says } from "../bilingual.ts";

const sources = choicesOf({
  tv: ["电视", "Television"],
  newspaper: ["报纸（含电子版）", "Newspapers, printed or online"],
  press_conference: ["新闻发布会", "Press conferences"],
  government_account: ["政府网站、官方公众号", "Government sites and accounts"],
  health_account: ["医院、疾控中心", "Hospitals and disease control"],
  short_video: ["短视频平台", "Short-video platforms"],
  wechat_group: ["微信群、朋友圈", "WeChat groups and moments"],
  weibo: ["微博", "Weibo"],
  community: ["村、社区通知", "Notices of the village or community"],
  family: ["家人、朋友", "Family and friends"],
});

/** What people may need to know: code, short name, and the words of the follow-up. */
const topics = {
  cases: ["本地病例和活动轨迹", "Local cases and where they have been"],
  spread: ["疫情发展趋势", "How the epidemic develops"],
  protection: ["怎样防护", "How to protect oneself"],
  symptoms: ["症状和就医流程", "Symptoms and where to go"],
  treatment: ["治疗和药物进展", "Treatment and medicines"],
  supplies: ["口罩等物资供应", "Supply of masks and other goods"],
  food: ["食品和日用品供应", "Supply of food and daily goods"],
  transport: ["交通和出行限制", "Traffic and travel limits"],
  work: ["复工复产安排", "Going back to work"],
  school: ["开学安排", "Going back to school"],
  policy: ["政策和补助", "Measures and support"],
  rumours: ["谣言澄清", "Which rumours are false"],
} as const satisfies Record<string, readonly [string, string]>;

/** The codes of the needs, in the order of the questionnaire. */
export const needTopics = Object.keys(topics) as (keyof typeof topics)[];

/** How people follow the news, what they need from it and whether they get it. */
export const information: Page = {
  name: "information",
  title: says("疫情信息", "News of the epidemic"),
  elements: [
    {
      type: "radiogroup",
      name: "news_time",
      title: says("您每天花多少时间关注疫情信息？", "How much time a day do you spend on news of the epidemic?"),
      isRequired: true,
      choices: choicesOf({
        under15: ["15 分钟以内", "Less than 15 minutes"],
        "15-30": ["15–30 分钟", "15 to 30 minutes"],
        "30-60": ["30–60 分钟", "30 to 60 minutes"],
        "60-120": ["1–2 小时", "1 to 2 hours"],
        over120: ["2 小时以上", "More than 2 hours"],
      }),
    },
    {
      type: "checkbox",
      name: "sources",
      title: says("您主要从哪里获得这些信息？（可多选）", "Where do you mainly get it from? (choose all that apply)"),
      choices: sources,
      showNoneItem: true,
      noneText: says("都没有", "None of these"),
    },
    {
      type: "checkbox",
      name: "sources_trusted",
      title: says("其中哪些您觉得可信？（可多选）", "Which of these do you trust? (choose all that apply)"),
      visibleIf: "{sources} notempty and {sources} notcontains 'none'",
      choices: onlyIfTicked("sources", sources),
      showNoneItem: true,
      noneText: says("都不太可信", "None of them"),
    },
    {
      type: "checkbox",
      name: "needs",
      title: says(
        "您现在最需要了解哪些方面的信息？（可多选）",
        "What do you need to know about just now? (choose all that apply)",
      ),
      isRequired: true,
      choices: choicesOf(topics),
      showNoneItem: true,
      noneText: says("都不需要", "None of these"),
    },
    {
      type: "panel",
      name: "needs_met",
      title: says(
        "您需要的这些信息，目前满足得怎么样？（1 分很不满足，5 分很满足）",
        "How well are these needs met? (1 not at all, 5 very well)",
      ),
      visibleIf: "{needs} notempty and {needs} notcontains 'none'",
      elements: Object.entries(topics).map(([topic, [chinese, english]]) => ({
        type: "rating" as const,
        name: `met_${topic}`,
        title: says(chinese, english),
        visibleIf: `{needs} contains '${topic}'`,
        rateMin: 1,
        rateMax: 5,
        minRateDescription: says("很不满足", "Not at all"),
        maxRateDescription: says("很满足", "Very well"),
      })),
    },
    {
      type: "radiogroup",
      name: "tell_true",
      title: says("面对各种疫情信息，您能分辨真假吗？", "Can you tell true news of the epidemic from false?"),
      isRequired: true,
      choices: choicesOf({
        always: ["基本都能分辨", "Nearly always"],
        mostly: ["大多能分辨", "Mostly"],
        sometimes: ["有时能分辨", "Sometimes"],
        unable: ["很难分辨", "I find it hard to tell"],
      }),
    },
  ],
};
